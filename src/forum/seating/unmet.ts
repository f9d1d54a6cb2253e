import { commonLanguage } from './mix.ts'
import type { Person, Problem, Schedule } from './problem.ts'

/** Why something cannot be met, whoever sits where: the fewest people whom it takes. */
export type Reason =
  | 'more-people-than-seats'
  | 'organisation-larger-than-tables'
  | 'nobody-interprets'
  | 'one-organisation-fixed-together'
  | 'fixed-table-too-small'
  | 'too-few-seats-without-steps'

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
      ...interpreters(here),
      ...fixedTables(problem, here),
    ]
    return found.map((one) => ({ ...one, round }))
  })
}

type Found = Omit<Unmet, 'round'>

function seats({ tables }: Problem, here: readonly Person[]): Found[] {
  const all = tables.reduce((sum, table) => sum + table.seats, 0)
  const stepFree = tables.reduce((sum, table) => sum + (table.stepFree ? table.seats : 0), 0)
  const needing = here.filter((person) => person.stepFree)
  return [
    ...(here.length > all
      ? [{ why: 'more-people-than-seats' as const, people: idsOf(here).slice(0, all + 1) }]
      : []),
    ...(needing.length > stepFree
      ? [{ why: 'too-few-seats-without-steps' as const, people: idsOf(needing).slice(0, stepFree + 1) }]
      : []),
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
      return [...sameOrganisation(here), ...lost(here), ...misplaced(here, table)].map((one) => ({
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

const misplaced = (here: readonly Person[], table: Problem['tables'][number] | undefined) =>
  here
    .filter(
      ({ fixedTable, stepFree }) =>
        (fixedTable !== null && fixedTable !== table?.id) || (stepFree && table?.stepFree !== true),
    )
    .map(({ id }) => ({ why: 'wrong-table' as const, people: [id] }))
