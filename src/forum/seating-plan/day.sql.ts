import type { Reads } from '../tables.ts'

/** The last round of a forum that has begun; 0 before the first. */
export async function lastBegunRound(db: Reads, eventId: string): Promise<number> {
  const row = await db
    .selectFrom('round_run')
    .select('round')
    .where('event_id', '=', eventId)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.round ?? 0
}

/** Who was taken to be away at the door, and who was seated there, oldest first. */
export async function takenAtDoor(db: Reads, eventId: string) {
  const rows = await db
    .selectFrom('reseating')
    .select(['after_round', 'proposal'])
    .where('event_id', '=', eventId)
    .where('taken_at', 'is not', null)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()
  return rows.map(({ after_round, proposal: { away, seated } }) => ({ after_round, away, seated }))
}
