import type { Person, Problem, Schedule } from '../seating/problem.ts'
import { tablesOfNoteTakers } from './note-takers.ts'
import { seatedAs } from './seated-as.rules.ts'
import type { PersonRow, RoundRow, SeatRow, TableRow } from './seating.sql.ts'

interface Rows {
  tables: readonly TableRow[]
  rounds: readonly RoundRow[]
  people: readonly PersonRow[]
  seats: readonly SeatRow[]
  /** Who met whom at earlier forums, by the ids of their sign-ups. */
  met?: Problem['priorEncounters']
}

/**
 * What is asked of the seating, from what is in the database: people by the ids of their sign-ups, tables by their
 * numbers, rounds counted from 0, seats that are locked.
 */
export function forumProblem({ tables, rounds, people, seats, met = [] }: Rows): Problem {
  const numberOf = new Map(tables.map(({ id, number }) => [id, number]))
  const problem: Problem = {
    tables: tables.map((table) => ({
      id: table.number,
      seats: table.seats,
      stepFree: table.step_free === 1,
      hearingLoop: table.hearing_loop === 1,
      // Where Swedish is spoken others are interpreted for.
      language: table.language === 'sv' ? null : table.language,
    })),
    rounds: rounds.length,
    people: people.map((person) => personOf(person, rounds, numberOf)),
    priorEncounters: met,
    locked: seats.flatMap(({ round, sign_up_id, table_id, locked }): [number, string, number][] => {
      const table = numberOf.get(table_id)
      return locked === 1 && table !== undefined ? [[round - 1, sign_up_id, table]] : []
    }),
  }
  return tablesOfNoteTakers(
    problem,
    new Set(people.flatMap((one) => (one.part === 'note-taker' ? one.id : []))),
  )
}

function personOf(
  row: PersonRow,
  rounds: readonly RoundRow[],
  numberOf: ReadonlyMap<string, number>,
): Person {
  const { part, speaks, stepFree, hearingLoop, rounds: attended } = seatedAs(row)
  const there = rounds.map(({ number }) => number).filter((number) => attended?.includes(number) ?? true)
  return {
    id: row.id,
    sector: row.capacity,
    org: row.org,
    speaks,
    facilitator: part === 'host',
    fixedTable: row.fixed_table === null ? null : (numberOf.get(row.fixed_table) ?? null),
    stepFree,
    hearingLoop,
    rounds: there.length === rounds.length ? null : there.map((number) => number - 1),
  }
}

/** Who sits where, by round and in the order of the tables. */
export function scheduleFrom({ tables, rounds, seats }: Pick<Rows, 'tables' | 'rounds' | 'seats'>): Schedule {
  const at = Map.groupBy(seats, ({ round, table_id }) => `${round} ${table_id}`)
  return rounds.map(({ number }) =>
    tables.map(({ id }) => (at.get(`${number} ${id}`) ?? []).map(({ sign_up_id }) => sign_up_id)),
  )
}
