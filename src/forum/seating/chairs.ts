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
  for (const [person, { facilitator, fixedTable, stepFree, org }] of people.entries()) {
    if (!facilitator || fixedTable !== null) continue
    const sitsByOwn = (table: number): boolean =>
      org !== null && people.some((other, index) => pinned[index] === table && other.org === org)
    const table = tables.findIndex(
      (one, index) =>
        !hasHost(index) && (free[index] ?? 0) > 0 && (!stepFree || one.stepFree) && !sitsByOwn(index),
    )
    if (table >= 0) take(person, table)
  }
  return pinned
}

interface Seating {
  tables: readonly Table[]
  rounds: number
  pinned: Int32Array
}

/** Everybody who attends, as long as there are chairs; those who always sit at one table first. */
export function seated(people: readonly Person[], { tables, rounds, pinned }: Seating) {
  const attends = new Uint8Array(rounds * people.length)
  const seats = tables.reduce((sum, table) => sum + table.seats, 0)
  const standing = Array.from({ length: rounds }, (_, round) => {
    const wanted = people.flatMap(({ rounds: own }, person) =>
      own === null || own.includes(round) ? [person] : [],
    )
    const inOrder = wanted.toSorted((a, b) => Number(at(pinned, a) < 0) - Number(at(pinned, b) < 0))
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
export function chairsInUse({ people, tables, rounds, attends, pinned, isEven }: Filling): Int32Array {
  const chairs = new Int32Array(rounds * tables.length)
  for (let round = 0; round < rounds; round += 1) {
    const here = people.flatMap((_, person) =>
      at(attends, round * people.length + person) === 1 ? [person] : [],
    )
    const needed = tables.map((_, table) => here.filter((person) => at(pinned, person) === table).length)
    const heights = (level: number): number[] =>
      tables.map(({ seats }, table) => Math.min(seats, Math.max(level, needed[table] ?? 0)))
    let level = isEven ? 0 : Number.POSITIVE_INFINITY
    while (heights(level).reduce((sum, one) => sum + one, 0) < here.length) level += 1
    chairs.set(heights(level), round * tables.length)
  }
  return chairs
}
