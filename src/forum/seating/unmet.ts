import { maySit } from './may-sit.ts'
import { commonLanguage } from './mix.ts'
import { tooManyForTheirTables } from './no-table-for-all.ts'
import type { Person, Problem, Schedule, Table } from './problem.ts'

/** Why something cannot be met, whoever sits where: the fewest people whom it takes. */
export type Reason =
  | 'more-people-than-seats'
  | 'organisation-larger-than-tables'
  | 'nobody-interprets'
  | 'too-few-interpreters'
  | 'one-organisation-fixed-together'
  | 'fixed-table-too-small'
  | 'too-few-seats-without-steps'
  | 'too-few-seats-with-loop'
  | 'no-table-for-all'

/** What was not met in a plan although nothing above forbids it: the search did not find it. */
export type Miss = 'no-chair' | 'same-organisation' | 'without-interpreter' | 'wrong-table'

export interface Unmet {
  why: Reason | Miss
  round: number
  /** These people cannot, all of them together. */
  people: string[]
  table?: number
}

const attend = (people: readonly Person[], round: number): Person[] =>
  people.filter(({ rounds }) => rounds === null || rounds.includes(round))

const idsOf = (people: readonly Person[]): string[] => people.map(({ id }) => id).sort()

/** What no plan can meet, for each round: found before anything is seated. */
export function impossible(problem: Problem): Unmet[] {
  return Array.from({ length: problem.rounds }, (_, round) => round).flatMap((round) => {
    const here = attend(problem.people, round)
    const found = [
      ...seats(problem, here),
      ...organisations(problem, here),
      ...unheard(problem, here),
      ...tooFewInterpreters(problem, here),
      ...fixedTables(problem, here),
    ]
    const isNamed = found.some(
      ({ why }) => why.startsWith('too-few-seats') || why === 'fixed-table-too-small',
    )
    const crowd = isNamed ? [] : tooManyForTheirTables(problem.tables, here)
    if (crowd.length > 0) found.push({ why: 'no-table-for-all', people: crowd })
    return found.map((one) => ({ ...one, round }))
  })
}

type Found = Omit<Unmet, 'round'>

function seats({ tables }: Problem, here: readonly Person[]): Found[] {
  const all = tables.reduce((sum, table) => sum + table.seats, 0)
  const without = (why: Reason, needing: readonly Person[], chairs: number): Found[] =>
    needing.length > chairs ? [{ why, people: idsOf(needing).slice(0, chairs + 1) }] : []
  const seatsAt = (fits: (table: Table) => boolean): number =>
    tables.filter(fits).reduce((sum, table) => sum + table.seats, 0)
  return [
    ...(here.length > all
      ? [{ why: 'more-people-than-seats' as const, people: idsOf(here).slice(0, all + 1) }]
      : []),
    ...without(
      'too-few-seats-without-steps',
      here.filter(({ stepFree }) => stepFree),
      seatsAt(({ stepFree }) => stepFree),
    ),
    ...without(
      'too-few-seats-with-loop',
      here.filter(({ hearingLoop }) => hearingLoop),
      seatsAt(({ hearingLoop }) => hearingLoop === true),
    ),
  ]
}

function organisations({ tables }: Problem, here: readonly Person[]): Found[] {
  const groups = [...Map.groupBy(here, ({ org }) => org)].filter(
    ([org, people]) => org !== null && people.length > tables.length,
  )
  return groups.map(([, people]) => ({
    why: 'organisation-larger-than-tables' as const,
    people: idsOf(people).slice(0, tables.length + 1),
  }))
}

const speaksCommon = ({ speaks }: Person): boolean => speaks.includes(commonLanguage)

/** Those for whom nobody interprets, and who find no table of their own language either. */
function unheard({ tables }: Problem, here: readonly Person[]): Found[] {
  const people = new Map(here.map((person) => [person.id, person]))
  return interpreters(here).filter(({ people: [id = ''] }) => {
    const speaks = people.get(id)?.speaks ?? []
    return !tables.some(({ language }) => language && speaks.includes(language))
  })
}

/** Those with the same languages who do not all find a chair beside the few who interpret for them. */
function tooFewInterpreters({ tables }: Problem, here: readonly Person[]): Found[] {
  const groups = Map.groupBy(
    here.filter((person) => !speaksCommon(person)),
    ({ speaks }) => speaks.toSorted().join(' '),
  )
  return [...groups.values()].flatMap((group) => {
    const speaks = group[0]?.speaks ?? []
    const bilingual = here.filter(
      (one) => speaksCommon(one) && one.speaks.some((own) => speaks.includes(own)),
    )
    const own = tables.filter(({ language }) => language && speaks.includes(language))
    const others = tables.filter(({ language }) => !language).toSorted((a, b) => b.seats - a.seats)
    const beside = others.slice(0, bilingual.length).reduce((sum, { seats: all }) => sum + all - 1, 0)
    const chairs = beside + own.reduce((sum, { seats: all }) => sum + all, 0)
    return bilingual.length > 0 && group.length > chairs
      ? [{ why: 'too-few-interpreters' as const, people: idsOf(group).slice(0, chairs + 1) }]
      : []
  })
}

function interpreters(here: readonly Person[]): Found[] {
  const bilingual = new Set(
    here.filter(({ speaks }) => speaks.includes(commonLanguage)).flatMap(({ speaks }) => speaks),
  )
  return here
    .filter(({ speaks }) => !speaks.includes(commonLanguage) && !speaks.some((one) => bilingual.has(one)))
    .map(({ id }) => ({ why: 'nobody-interprets' as const, people: [id] }))
}

function fixedTables({ tables }: Problem, here: readonly Person[]): Found[] {
  return tables.flatMap(({ id: table, seats }) => {
    const fixed = here.filter(({ fixedTable }) => fixedTable === table)
    const together = [...Map.groupBy(fixed, ({ org }) => org)].filter(
      ([org, people]) => org !== null && people.length > 1,
    )
    return [
      ...(fixed.length > seats
        ? [{ why: 'fixed-table-too-small' as const, table, people: idsOf(fixed).slice(0, seats + 1) }]
        : []),
      ...together.map(([, people]) => ({
        why: 'one-organisation-fixed-together' as const,
        table,
        people: idsOf(people).slice(0, 2),
      })),
    ]
  })
}

/** What a plan breaks, named one by one, for the rounds from one on. */
export function missed(problem: Problem, schedule: Schedule, from = 0): Unmet[] {
  const people = new Map(problem.people.map((person) => [person.id, person]))
  return schedule.flatMap((tables, round) => {
    if (round < from) return []
    const seated = new Set(tables.flat())
    const standing = attend(problem.people, round).filter(({ id }) => !seated.has(id))
    const atTables = tables.flatMap((ids, index) => {
      const table = problem.tables[index]
      const here = ids.flatMap((id) => people.get(id) ?? [])
      const alone = table?.language ? [] : lost(here)
      return [...sameOrganisation(here), ...alone, ...misplaced(here, table)].map((one) => ({
        ...one,
        round,
        table: table?.id ?? index,
      }))
    })
    return [...standing.map(({ id }) => ({ why: 'no-chair' as const, round, people: [id] })), ...atTables]
  })
}

const sameOrganisation = (here: readonly Person[]) =>
  [...Map.groupBy(here, ({ org }) => org)]
    .filter(([org, people]) => org !== null && people.length > 1)
    .map(([, people]) => ({ why: 'same-organisation' as const, people: idsOf(people) }))

const lost = (here: readonly Person[]) =>
  interpreters(here).map(({ people }) => ({ why: 'without-interpreter' as const, people }))

const misplaced = (here: readonly Person[], table: Table | undefined) =>
  here
    .filter(
      (person) =>
        !table || (person.fixedTable !== null && person.fixedTable !== table.id) || !maySit(person, table),
    )
    .map(({ id }) => ({ why: 'wrong-table' as const, people: [id] }))
