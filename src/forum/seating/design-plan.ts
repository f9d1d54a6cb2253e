import type { chanceFrom } from './chance.ts'
import { design } from './design.ts'
import type { Hall } from './hall.ts'
import { at } from './numbers.ts'
import { Plan } from './plan.ts'
import type { Weights } from './weights.ts'

/**
 * The plan of a transversal design, where there is one for so many tables and rounds. Each sector has columns of its
 * own, so that every table gets its share of it, and an organisation stands in one column, whose people never meet.
 * The first column never moves: there stand those who always sit at one table.
 */
export function designPlan(hall: Hall, weights: Weights, chance: Chance): Plan | undefined {
  const columns = hall.chairsMax
  const tables = hall.tables.length
  if (!isRegular(hall)) return undefined
  const tablesOf = design(tables, columns, hall.rounds)
  const order = tablesOf && inColumns(hall, chance)
  if (!tablesOf || !order) return undefined
  const plan = new Plan(hall, weights)
  for (let round = 0; round < hall.rounds; round += 1)
    for (const [place, person] of order.entries()) {
      if (person === undefined) continue
      const table = round * tables + (tablesOf[round]?.[place] ?? 0)
      plan.sit(person, table * columns + plan.sizeOf(table))
    }
  return plan
}

/** Everybody is there all the time, and all tables are alike. */
const isRegular = ({ attends, chairs, chairsMax, allowed, pinned, held, tables, people }: Hall): boolean =>
  !attends.includes(0) &&
  held.every((one) => one < 0) &&
  chairs.every((one) => one === chairsMax) &&
  people.every(
    (_, person) =>
      at(pinned, person) >= 0 ||
      tables.every((__, table) => at(allowed, person * tables.length + table) === 1),
  )

type Chance = ReturnType<typeof chanceFrom>

/** Who stands in each row of each column; undefined when two always sit at the same table. */
function inColumns(
  { people, pinned, tables, sectorOf, chairsMax }: Hall,
  chance: Chance,
): (number | undefined)[] | undefined {
  const order: (number | undefined)[] = Array.from({ length: chairsMax * tables.length })
  const hosts = people.flatMap((_, person) => (at(pinned, person) >= 0 ? [person] : []))
  for (const host of hosts) {
    if (order[at(pinned, host)] !== undefined) return undefined
    order[at(pinned, host)] = host
  }
  const others = people
    .map((_, person) => person)
    .filter((person) => at(pinned, person) < 0)
    .sort((a, b) => at(sectorOf, a) - at(sectorOf, b) || compare(people[a]?.org, people[b]?.org) || a - b)
  let place = 0
  for (const person of others) {
    while (order[place] !== undefined) place += 1
    order[place] = person
  }
  shuffleRows(order, tables.length, (person) => at(pinned, person) >= 0, chance)
  return order
}

const compare = (one: string | null | undefined, other: string | null | undefined): number =>
  (one ?? '').localeCompare(other ?? '', 'sv')

/** Which row of their column people stand in is chance, so that another seed gives another plan that is as good. */
function shuffleRows(
  order: (number | undefined)[],
  rows: number,
  isHost: (person: number) => boolean,
  chance: Chance,
) {
  for (let first = 0; first < order.length; first += rows) {
    const free = Array.from({ length: rows }, (_, row) => first + row).filter((place) => {
      const person = order[place]
      return person !== undefined && !isHost(person)
    })
    for (let left = free.length - 1; left > 0; left -= 1) {
      const [one, other] = [free[left] ?? 0, free[Math.trunc(chance() * (left + 1))] ?? 0]
      ;[order[one], order[other]] = [order[other], order[one]]
    }
  }
}

interface Trading {
  moves: number
  warm: number
  cold: number
  chance: ReturnType<typeof chanceFrom>
}

/**
 * Lets people trade their whole evenings, all rounds at once: who meets whom stays as good as it was, while languages,
 * organisations and mix may get better. Leaves the plan as it ends, and says what it costs.
 */
export function trade(plan: Plan, { moves, warm, cold, chance }: Trading): number {
  const { pinned, people, rounds } = plan.hall
  const free = people.flatMap((_, person) => (at(pinned, person) < 0 ? [person] : []))
  let cost = plan.total()
  for (let move = 0; move < moves && cost > 0 && free.length > 1; move += 1) {
    const heat = warm * (cold / warm) ** (move / moves)
    const [one, other] = [pick(free, chance), pick(free, chance)]
    if (one === other) continue
    const change = tradeTwo(plan, one, other, rounds)
    if (change > 0 && change > -heat * Math.log(chance())) tradeTwo(plan, one, other, rounds)
    else cost += change
  }
  return plan.total()
}

const pick = (list: readonly number[], chance: () => number): number =>
  list[Math.trunc(chance() * list.length)] as number

function tradeTwo(plan: Plan, one: number, other: number, rounds: number): number {
  const { length } = plan.hall.people
  let cost = 0
  for (let round = 0; round < rounds; round += 1) {
    const [here, there] = [at(plan.chairOf, round * length + one), at(plan.chairOf, round * length + other)]
    if (plan.tableOf(here) === plan.tableOf(there)) continue
    cost += plan.change(here, there)
    plan.swap(here, there)
  }
  return cost
}
