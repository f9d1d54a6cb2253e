import { found } from '#platform/errors.ts'
import { eventWithId } from '#programme/index.ts'
import { loadForum } from '../seating-plan/index.ts'
import type { Reads } from '../tables.ts'
import { roundsOf } from '../your-tables/your-tables.sql.ts'
import { seatedAfter } from './propose-reseating.ts'
import { lastBegun, whyNotTicked } from './reseating.rules.ts'
import { type Arrival, arrivals, lastReseating } from './reseating.sql.ts'

/** Somebody at the door, and whether their box is ticked before anybody has touched it. */
export interface AtDoor extends Arrival {
  isChosen: boolean
}

/** What is needed to seat anew: who was told a seat in the rounds to come, who has none, and what was proposed. */
export async function loadDoor(db: Reads, eventId: string, wantedAfter: number | null, tickAll = false) {
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
  const { seated, seatless } = forum ? seatedAfter(forum, afterRound) : { seated: [], seatless: [] }
  const arrived = (list: readonly { id: string }[]): Arrival[] => list.flatMap(({ id }) => byId.get(id) ?? [])
  const [told, unseated] = [arrived(seated), arrived(seatless)]
  const checkedIn = told.filter(isIn).length
  const notTicked = whyNotTicked({ told: told.length, checkedIn, hasBegun: begun > 0 })
  const isTicked = notTicked === null || tickAll
  return {
    ...{ event, forum, rounds, begun, afterRound, byId, last },
    ...{ checkedIn, notTicked: isTicked ? null : notTicked },
    told: told.map((one): AtDoor => ({ ...one, isChosen: isTicked && !isIn(one) })),
    seatless: unseated.map((one): AtDoor => ({ ...one, isChosen: isIn(one) })),
  }
}

const isIn = ({ checked_in_at }: Arrival): boolean => checked_in_at !== null

export type Door = Awaited<ReturnType<typeof loadDoor>>
