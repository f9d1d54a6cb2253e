import type { Reads } from '../tables.ts'
import { checksums } from './checksums.ts'
import { addressesWithSeats, encountersAmong } from './encounters.sql.ts'

/**
 * How often any two of those with a seat at an event sat at one table at earlier forums, by the ids of their sign-ups:
 * `priorEncounters` of a seating problem. Each pair once; whoever has never met is left out.
 */
export async function priorEncounters(db: Reads, eventId: string): Promise<[string, string, number][]> {
  const people = await addressesWithSeats(db, eventId)
  if (people.length === 0) return []
  const checksumOf = await checksums(db)
  const signUps = new Map(people.map(({ id, email }) => [checksumOf(email ?? ''), id]))
  const met = await encountersAmong(db, [...signUps.keys()])
  return met.flatMap(({ one, other, times }): [string, string, number][] => {
    const [here, there] = [signUps.get(one), signUps.get(other)]
    return here && there ? [[here, there, times]] : []
  })
}
