import type { PartAtTable } from './tables.ts'
import type { Forum } from './load-forum.ts'
import { seatedAs } from './seated-as.rules.ts'
import { byName, type PersonRow, type RoundRow, type SeatRow, type TableRow } from './seating.sql.ts'

export interface Sitting {
  person: PersonRow
  part: PartAtTable
  isLocked: boolean
}

/** A table in a round, and who sits there: the host first, then in the order of their names. */
export interface BoardTable {
  table: TableRow
  sitting: Sitting[]
  /** Nobody who sits there in this round is to lead the talk. */
  hasHost: boolean
}

export interface Unseated {
  person: PersonRow
  /** From 1. */
  round: number
}

const order: readonly PartAtTable[] = ['host', 'note-taker', 'interpreter', 'guest']

/** One round, table by table. */
export function boardOf({ tables, people, seats }: Forum, round: number): BoardTable[] {
  const known = new Map(people.map((person) => [person.id, person]))
  const at = Map.groupBy(
    seats.filter((seat) => seat.round === round),
    ({ table_id }) => table_id,
  )
  return tables.map((table) => {
    const sitting = (at.get(table.id) ?? []).flatMap((seat) => sittingOf(known.get(seat.sign_up_id), seat))
    sitting.sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part) || byName(a.person, b.person))
    return { table, sitting, hasHost: sitting.some(({ part }) => part === 'host') }
  })
}

const sittingOf = (person: PersonRow | undefined, { locked }: SeatRow): Sitting[] =>
  person ? [{ person, part: seatedAs(person).part, isLocked: locked === 1 }] : []

/** Those who are to be there in a round and sit nowhere in it; not those who are away. */
export function unseatedIn({ rounds, people, seats, away }: Forum): Unseated[] {
  const seated = new Set(seats.map(({ round, sign_up_id }) => `${round} ${sign_up_id}`))
  return people.flatMap((person) =>
    roundsOfPerson(person, rounds).flatMap((round) =>
      seated.has(`${round} ${person.id}`) || round > (away.get(person.id) ?? round)
        ? []
        : [{ person, round }],
    ),
  )
}

/** The rounds that somebody attends, from 1. */
export function roundsOfPerson(person: PersonRow, rounds: readonly RoundRow[]): number[] {
  const { rounds: attended } = seatedAs(person)
  return rounds.map(({ number }) => number).filter((number) => attended?.includes(number) ?? true)
}
