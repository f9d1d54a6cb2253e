import { maySit } from './may-sit.ts'
import { at } from './numbers.ts'
import type { Person, Table } from './problem.ts'

/** Who sits at one table all the time: by wish, or as the host of a table that has none. */
export function pinnedTo(people: readonly Person[], tables: readonly Table[]): Int32Array {
  const free = tables.map(({ seats }) => seats)
  const pinned = new Int32Array(people.length).fill(-1)
  const take = (person: number, table: number): void => {
    pinned[person] = table
    free[table] = (free[table] ?? 0) - 1
  }
  for (const [person, { fixedTable }] of people.entries()) {
    const table = tables.findIndex(({ id }) => id === fixedTable)
    if (table >= 0 && (free[table] ?? 0) > 0) take(person, table)
  }
  const hasHost = (table: number): boolean =>
    people.some(({ facilitator }, person) => facilitator && pinned[person] === table)
  for (const [person, one] of people.entries()) {
    const { facilitator, fixedTable, org } = one
    if (!facilitator || fixedTable !== null) continue
    const sitsByOwn = (table: number): boolean =>
      org !== null && people.some((other, index) => pinned[index] === table && other.org === org)
    const table = tables.findIndex(
      (other, index) => !hasHost(index) && (free[index] ?? 0) > 0 && maySit(one, other) && !sitsByOwn(index),
    )
    if (table >= 0) take(person, table)
  }
  return pinned
}

interface Seating {
  tables: readonly Table[]
  rounds: number
  pinned: Int32Array
  /** For each round and person: the table where they stay in that round; -1 for none. */
  held: Int32Array
}

/** Everybody who attends, as long as there are chairs; those whose table is known first. */
export function seated(people: readonly Person[], { tables, rounds, pinned, held }: Seating) {
  const attends = new Uint8Array(rounds * people.length)
  const seats = tables.reduce((sum, table) => sum + table.seats, 0)
  const standing = Array.from({ length: rounds }, (_, round) => {
    const wanted = people.flatMap(({ rounds: own }, person) =>
      own === null || own.includes(round) ? [person] : [],
    )
    const isLate = (person: number): number =>
      Number(at(pinned, person) < 0 && at(held, round * people.length + person) < 0)
    const inOrder = wanted.toSorted((a, b) => isLate(a) - isLate(b))
    for (const person of inOrder.slice(0, seats)) attends[round * people.length + person] = 1
    return inOrder.slice(seats)
  })
  return { attends, standing }
}

interface Filling extends Seating {
  people: readonly Person[]
  attends: Uint8Array
  isEven: boolean
}

/**
 * Tables are filled to the same height, as far as their seats allow and those who always sit there demand; all
 * their seats may be used where few are to change places.
 */
export function chairsInUse({ people, tables, rounds, attends, pinned, held, isEven }: Filling): Int32Array {
  const chairs = new Int32Array(rounds * tables.length)
  for (let round = 0; round < rounds; round += 1) {
    const here = people.flatMap((_, person) =>
      at(attends, round * people.length + person) === 1 ? [person] : [],
    )
    const homeOf = (person: number): number => {
      const own = at(held, round * people.length + person)
      return own >= 0 ? own : at(pinned, person)
    }
    const needed = tables.map((_, table) => here.filter((person) => homeOf(person) === table).length)
    const heights = (level: number): number[] =>
      tables.map(({ seats }, table) => Math.min(seats, Math.max(level, needed[table] ?? 0)))
    let level = isEven ? 0 : Number.POSITIVE_INFINITY
    while (heights(level).reduce((sum, one) => sum + one, 0) < here.length) level += 1
    chairs.set(heights(level), round * tables.length)
  }
  return chairs
}
