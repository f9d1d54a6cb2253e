import type { Hall } from './hall.ts'
import { at, nobody } from './numbers.ts'

interface AtTable {
  table: number
  leaves: number
  comes: number
}

/** How many at a table nobody can interpret for, if one left and another came. */
export function lostAt(hall: Hall, seats: Int32Array, { table, leaves, comes }: AtTable): number {
  const { chairsMax, tongues, speaksCommon, ownLanguage, tables } = hall
  if (at(ownLanguage, table % tables.length) === 1) return 0
  const [first, last] = [table * chairsMax, (table + 1) * chairsMax]
  let bridged = 0
  let alone = 0
  // After the last chair comes whoever is new.
  for (let chair = first; chair <= last; chair += 1) {
    const person = chair === last ? comes : at(seats, chair)
    if (person === nobody || person === leaves) continue
    if (at(speaksCommon, person) === 1) bridged |= at(tongues, person)
    else alone += 1
  }
  if (alone === 0) return 0
  let lost = 0
  for (let chair = first; chair <= last; chair += 1) {
    const person = chair === last ? comes : at(seats, chair)
    if (person === nobody || person === leaves || at(speaksCommon, person) === 1) continue
    if ((at(tongues, person) & bridged) === 0) lost += 1
  }
  return lost
}
