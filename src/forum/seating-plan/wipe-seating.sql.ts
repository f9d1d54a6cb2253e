import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'

/** Forums that ended before then and still know what people needed at tables; each with its report. */
export const forumsWithNeeds = async (db: Reads, endedBefore: Instant) => {
  const rows = await db
    .selectFrom('seated_person')
    .innerJoin('seating', 'seating.event_id', 'seated_person.event_id')
    .innerJoin('event', 'event.id', 'seating.event_id')
    .select(['seating.event_id', 'seating.report'])
    .where('event.ends_at', '<', endedBefore)
    .where(({ or, eb }) =>
      or([
        eb('seated_person.part', '=', 'guest'),
        eb('seated_person.step_free', '=', 1),
        eb('seated_person.hearing_loop', '=', 1),
      ]),
    )
    .execute()
  return new Map(rows.map((one) => [one.event_id, one.report]))
}
