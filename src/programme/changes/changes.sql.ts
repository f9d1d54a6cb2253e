import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { beforeOf } from '../change-event.rules.ts'
import type { MeetingReads, MeetingWrites } from '../tables.ts'

interface Change {
  event: Parameters<typeof beforeOf>[0] & { id: string }
  after: Parameters<typeof beforeOf>[1]
  reason: Texts
  by: string
  at: Instant
}

/** Keeps what an announced event was before, and why it is another now. */
export const addChange = (tx: MeetingWrites, { event, after, reason, by, at }: Change) =>
  tx
    .insertInto('event_change')
    .values({
      ...{ id: newId(), event_id: event.id, at, by_person: by },
      ...{ reason: json(reason), before: json(beforeOf(event, after)) },
    })
    .execute()

// More of them would hide the event.
const changesMax = 5

/** The latest changes of an event, the last one first. */
export const changesOf = (db: MeetingReads, eventId: string) =>
  db
    .selectFrom('event_change')
    .select(['at', 'reason', 'before'])
    .where('event_id', '=', eventId)
    .orderBy('at', 'desc')
    .limit(changesMax)
    .execute()

export type EventChange = Awaited<ReturnType<typeof changesOf>>[number]
