import { found } from '#platform/errors.ts'
import { eventWithId } from '#programme/index.ts'
import { loadForum } from '../seating-plan/index.ts'
import type { Reads } from '../tables.ts'
import { roundsOf } from '../your-tables/your-tables.sql.ts'
import { seatedAfter } from './propose-reseating.ts'
import { lastBegun } from './reseating.rules.ts'
import { type Arrival, arrivals, lastReseating } from './reseating.sql.ts'

/** Somebody at the door, and whether their box is ticked before anybody has touched it. */
export interface AtDoor extends Arrival {
  isChosen: boolean
}

/** What is needed to seat anew: who was told a seat in the rounds to come, who has none, and what was proposed. */
export async function loadDoor(db: Reads, eventId: string, wantedAfter: number | null) {
  const event = found(await eventWithId(db, eventId), 'event')
  const [forum, rounds, people] = [
    await loadForum(db, eventId),
    await roundsOf(db, eventId),
    await arrivals(db, eventId),
  ]
  const last = await lastReseating(db, eventId)
  const begun = lastBegun(rounds)
  const afterRound =
    wantedAfter !== null && wantedAfter >= 0 && wantedAfter < rounds.length ? wantedAfter : begun
  const byId = new Map(people.map((one) => [one.id, one]))
  const isDoorUsed = people.some(({ checked_in_at }) => checked_in_at !== null)
  const chosenIf =
    (isIn: boolean) =>
    ({ id }: { id: string }): AtDoor[] => {
      const one = byId.get(id)
      // Where nobody was let in, nobody is taken to be missing.
      return one ? [{ ...one, isChosen: isDoorUsed && (one.checked_in_at !== null) === isIn }] : []
    }
  const { seated, seatless } = forum ? seatedAfter(forum, afterRound) : { seated: [], seatless: [] }
  return {
    ...{ event, forum, rounds, begun, afterRound, byId, isDoorUsed, last },
    told: seated.flatMap(chosenIf(false)),
    seatless: seatless.flatMap(chosenIf(true)),
  }
}

export type Door = Awaited<ReturnType<typeof loadDoor>>
