import { movesOf } from '../sign-up/queue.sql.ts'
import type { Reads } from '../tables.ts'

/** Every move on the waiting list of an event, the first one first: who moved whom from where to where, and why. */
export async function movesInWords(db: Reads, eventId: string) {
  const rows = await db
    .selectFrom('queue_move')
    .select(['id', 'from_place', 'to_place'])
    .where('event_id', '=', eventId)
    .execute()
  const places = new Map(rows.map((row) => [row.id, row]))
  return (await movesOf(db, eventId)).map((move) => {
    const { from_place = null, to_place = null } = places.get(move.id) ?? {}
    return { ...move, from_place, to_place }
  })
}
