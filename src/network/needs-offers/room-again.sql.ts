import { sql } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'

/**
 * Entries that are open and have room again: one of their suggestions was answered with a no, became an introduction,
 * or lost its other side since this moment. What is new, reworded or kept was looked at when it was written.
 */
export async function entriesWithRoomAgain(
  db: Reads,
  { since, sinceDay, today }: { since: Instant; sinceDay: string; today: string },
): Promise<string[]> {
  const ended = db
    .selectFrom('need_offer')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('ended_at', '>=', since),
        eb.and([eb('ended_at', 'is', null), eb('until_day', '>=', sinceDay), eb('until_day', '<', today)]),
      ]),
    )
  const closed = db
    .selectFrom('need_match')
    .select(['need_id', 'offer_id'])
    .where((eb) =>
      eb.or([
        eb.and([eb('need_said', '=', 'no'), eb('need_said_at', '>=', since)]),
        eb.and([eb('offer_said', '=', 'no'), eb('offer_said_at', '>=', since)]),
        eb('introduced_at', '>=', since),
        eb('need_id', 'in', ended),
        eb('offer_id', 'in', ended),
      ]),
    )
  const rows = await db
    .with('closed', () => closed)
    .selectFrom('need_offer')
    .select('id')
    .where('ended_at', 'is', null)
    .where('until_day', '>=', today)
    .where(sql<boolean>`id in (select need_id from closed union select offer_id from closed)`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
