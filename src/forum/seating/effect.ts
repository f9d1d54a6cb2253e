import { judge } from './judge.ts'
import type { Person, Problem, Schedule } from './problem.ts'
import { missed, type Unmet } from './unmet.ts'

/** Somebody goes to another table of the round, by its place in the list; -1 for none. */
export type Step = readonly [person: string, to: number]

/** What changes when a few people change seats in one round. */
export interface Effect {
  /** Pairs who meet at this forum already, and would once more. */
  meetAgain: [string, string][]
  /** Pairs who met at earlier forums, and would again. */
  metEarlier: [string, string][]
  /** Pairs who would meet once less, of those who meet more than once. */
  noLonger: [string, string][]
  /** Rules that would be broken, and those that would be kept again. */
  broken: Unmet[]
  mended: Unmet[]
  /** Tables, by their ids, that would have nobody of a sector any more; or somebody, where there was nobody. */
  withoutSector: { table: number; sector: string }[]
  withSector: { table: number; sector: string }[]
  /** By how many people more the tables would be off the sectors' shares; less than 0 is better. */
  mix: number
  /** Tables, by their ids, that would lose their host. */
  hostless: number[]
  /** Tables with more people than seats: that cannot be. */
  overfull: number[]
}

/** What a change would do, asked of one plan again and again. */
export function effectsOn(problem: Problem, schedule: Schedule) {
  const people = new Map(problem.people.map((person) => [person.id, person]))
  const meetings = new Map<string, number>()
  for (const ids of schedule.flat())
    for (const pair of pairsAt(ids)) meetings.set(pair, (meetings.get(pair) ?? 0) + 1)
  const earlier = new Set(
    problem.priorEncounters.flatMap(([one, other, times]) => (times > 0 ? pairsAt([one, other]) : [])),
  )
  const alone = (round: number, tables: Schedule[number]): Schedule =>
    schedule.map((one, index) => (index === round ? tables : one)).slice(0, round + 1)

  return (round: number, steps: readonly Step[]): Effect => {
    const before = schedule[round] ?? []
    const after = changed(before, steps)
    const touched = before.flatMap((ids, index) => (ids === after[index] ? [] : [index]))
    const [was, is] = [pairsIn(before, touched), pairsIn(after, touched)]
    const come = is.filter((pair) => !was.includes(pair))
    const [now, then] = [alone(round, before), alone(round, after)]
    const [unmet, unmetThen] = [missed(problem, now, round), missed(problem, then, round)]
    return {
      meetAgain: come.filter((pair) => meetings.has(pair)).map(namesIn),
      metEarlier: come.filter((pair) => earlier.has(pair)).map(namesIn),
      noLonger: was.filter((pair) => !is.includes(pair) && (meetings.get(pair) ?? 0) > 1).map(namesIn),
      broken: without(unmetThen, unmet),
      mended: without(unmet, unmetThen),
      mix: offIn(problem, then, round) - offIn(problem, now, round),
      ...atTables({ problem, people, touched }, before, after),
    }
  }
}

interface Touched {
  problem: Problem
  people: ReadonlyMap<string, Person>
  /** Tables that somebody leaves or comes to, by their places in the list. */
  touched: readonly number[]
}

type OfTables = Pick<Effect, 'withoutSector' | 'withSector' | 'hostless' | 'overfull'>

function atTables(
  { problem, people, touched }: Touched,
  before: Schedule[number],
  after: Schedule[number],
): OfTables {
  const idOf = (index: number): number => problem.tables[index]?.id ?? index
  const sectorsAt = (ids: readonly string[] = []): Set<string> =>
    new Set(ids.flatMap((id) => people.get(id)?.sector ?? []))
  const hasHost = (ids: readonly string[] = []): boolean => ids.some((id) => people.get(id)?.facilitator)
  const sectors = (from: Schedule[number], to: Schedule[number]) =>
    touched.flatMap((index) => {
      const left = sectorsAt(to[index])
      const gone = [...sectorsAt(from[index])].filter((sector) => !left.has(sector))
      return gone.map((sector) => ({ table: idOf(index), sector }))
    })
  return {
    withoutSector: sectors(before, after),
    withSector: sectors(after, before),
    hostless: touched.filter((index) => hasHost(before[index]) && !hasHost(after[index])).map(idOf),
    overfull: touched
      .filter((index) => (after[index]?.length ?? 0) > (problem.tables[index]?.seats ?? 0))
      .map(idOf),
  }
}

/** The tables of a round after some have gone elsewhere; those that nobody left or came to are the very same. */
export function changed(tables: Schedule[number], steps: readonly Step[]): Schedule[number] {
  const to = new Map(steps)
  return tables.map((ids, index) => {
    const stay = ids.filter((id) => (to.get(id) ?? index) === index)
    const come = steps.flatMap(([id, place]) => (place === index && !ids.includes(id) ? [id] : []))
    return stay.length === ids.length && come.length === 0 ? ids : [...stay, ...come].sort()
  })
}

const offIn = (problem: Problem, schedule: Schedule, round: number): number =>
  judge(problem, schedule, [round]).sectorDeviation

const pairsAt = (ids: readonly string[]): string[] =>
  ids.flatMap((one, index) =>
    ids.slice(index + 1).map((other) => (one < other ? `${one}\n${other}` : `${other}\n${one}`)),
  )

const pairsIn = (tables: Schedule[number], places: readonly number[]): string[] =>
  places.flatMap((index) => pairsAt(tables[index] ?? []))

const namesIn = (pair: string): [string, string] => pair.split('\n') as [string, string]

const keyOf = ({ why, people }: Unmet): string => [why, ...people].join('\n')

function without(all: readonly Unmet[], others: readonly Unmet[]): Unmet[] {
  const known = new Set(others.map(keyOf))
  return all.filter((one) => !known.has(keyOf(one)))
}
