import { type Effect, effectsOn, type Step } from '../seating/effect.ts'
import { hallOf } from '../seating/hall.ts'
import { at, nobody } from '../seating/numbers.ts'
import { Plan } from '../seating/plan.ts'
import type { Forum } from './load-forum.ts'

/** A place that somebody could go to in a round: a free chair, or that of somebody who would take theirs. */
export interface Option {
  /** Place in the list of tables; -1 for none. */
  to: number
  swapWith: string | null
  effect: Effect
}

// What breaks a rule comes last, and what spoils the mix before it.
const weights = { hard: 1000, sector: 10, repeat: 1, moved: 0 }

const costOf = ({ broken, mended, mix, meetAgain, noLonger, metEarlier }: Effect): number =>
  weights.hard * (broken.length - mended.length) +
  weights.sector * mix +
  meetAgain.length +
  metEarlier.length -
  noLonger.length

/** The steps that an option takes. */
export const stepsTo = (
  id: string,
  from: number,
  { to, swapWith }: Pick<Option, 'to' | 'swapWith'>,
): Step[] =>
  swapWith === null
    ? [[id, to]]
    : [
        [id, to],
        [swapWith, from],
      ]

/** For each other table the best way for somebody to sit there in a round, the best table first. */
export function moveOptions(forum: Forum, round: number, id: string): Option[] {
  const { problem, schedule } = forum
  const tables = schedule[round] ?? []
  const from = tables.findIndex((ids) => ids.includes(id))
  const effect = effectsOn(problem, schedule)
  const partnerAt = bestPartners(forum, round, id)
  const options = problem.tables.flatMap(({ seats }, to): Option[] => {
    if (to === from) return []
    const isFree = (tables[to]?.length ?? 0) < seats
    const swapWith = isFree ? null : partnerAt(to)
    if (!isFree && swapWith === null) return []
    return [{ to, swapWith, effect: effect(round, stepsTo(id, from, { to, swapWith })) }]
  })
  return options.sort((a, b) => costOf(a.effect) - costOf(b.effect) || a.to - b.to)
}

/** With whom of a table it is best to change places; nobody when all of them are to stay. */
function bestPartners({ problem, schedule, seats }: Forum, round: number, id: string) {
  const hall = hallOf({ ...problem, locked: [] }, { told: schedule, past: [] })
  const plan = new Plan(hall, weights)
  const numberOf = new Map(hall.people.map((person, index) => [person.id, index]))
  for (const [place, ids] of schedule.flat().entries())
    for (const [chair, one] of ids.entries()) {
      const person = numberOf.get(one)
      if (person !== undefined) plan.sit(person, place * hall.chairsMax + chair)
    }
  const locked = new Set(
    seats.flatMap((seat) => (seat.round === round + 1 && seat.locked === 1 ? seat.sign_up_id : [])),
  )
  const own = plan.chairOf[round * hall.people.length + (numberOf.get(id) ?? -1)] ?? -1
  return (to: number): string | null => {
    if (own < 0) return null
    const first = (round * hall.tables.length + to) * hall.chairsMax
    let [best, least] = [null as string | null, Number.POSITIVE_INFINITY]
    for (let chair = first; chair < first + hall.chairsMax; chair += 1) {
      const person = at(plan.seats, chair)
      const other = person === nobody ? undefined : hall.people[person]?.id
      if (other === undefined || locked.has(other)) continue
      const cost = plan.change(own, chair)
      if (cost < least) [best, least] = [other, cost]
    }
    return best
  }
}
