import type { chanceFrom } from './chance.ts'
import type { Hall } from './hall.ts'
import { at, nobody } from './numbers.ts'
import { Plan } from './plan.ts'
import type { Weights } from './weights.ts'

/** Everybody somewhere they may sit: those with the fewest choices first, the others by chance. */
export function firstPlan(hall: Hall, weights: Weights, chance: ReturnType<typeof chanceFrom>): Plan {
  const plan = new Plan(hall, weights)
  for (let round = 0; round < hall.rounds; round += 1) {
    const order = hall.people
      .map((_, person) => ({ person, choices: choicesOf(hall, round, person), draw: chance() }))
      .filter(({ person }) => at(hall.attends, round * hall.people.length + person) === 1)
      .sort((a, b) => a.choices - b.choices || a.draw - b.draw)
    for (const { person } of order) {
      const held = at(hall.held, round * hall.people.length + person)
      const chair =
        held >= 0
          ? emptyAt(plan, round * hall.tables.length + held)
          : (freeChair(plan, round, person) ?? anyChair(plan, round))
      if (chair !== undefined) plan.sit(person, chair)
    }
  }
  return plan
}

/** None for those who stay, so that they sit first. */
function choicesOf({ allowed, tables, people, held }: Hall, round: number, person: number): number {
  if (at(held, round * people.length + person) >= 0) return 0
  return tables.reduce((sum, _, table) => sum + at(allowed, person * tables.length + table), 0)
}

/** On the emptiest table where this person may sit. */
function freeChair(plan: Plan, round: number, person: number): number | undefined {
  const { tables, allowed } = plan.hall
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  for (let table = 0; table < tables.length; table += 1) {
    if (at(allowed, person * tables.length + table) === 0) continue
    const place = round * tables.length + table
    const filled = plan.sizeOf(place) / at(plan.hall.chairs, place)
    if (plan.sizeOf(place) < at(plan.hall.chairs, place) && filled < least) [best, least] = [place, filled]
  }
  return best < 0 ? undefined : emptyAt(plan, best)
}

/** Where nobody who has a choice could sit they sit anyhow, and are named later. */
function anyChair(plan: Plan, round: number): number | undefined {
  const { tables } = plan.hall
  for (let table = round * tables.length; table < (round + 1) * tables.length; table += 1)
    if (plan.sizeOf(table) < at(plan.hall.chairs, table)) return emptyAt(plan, table)
  return undefined
}

function emptyAt(plan: Plan, table: number): number {
  const first = table * plan.hall.chairsMax
  let chair = first
  while (at(plan.seats, chair) !== nobody) chair += 1
  return chair
}
