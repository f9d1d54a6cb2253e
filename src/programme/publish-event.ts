import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { type PublishRefusal, refusalToPublish } from './change-event.rules.ts'
import { eventWithId } from './events.sql.ts'
import { changeEvent } from './office-events.sql.ts'
import type { Db } from './tables.ts'

/** Shows a draft to everybody and opens its sign-up. */
export function publishEvent(db: Db, by: Member, id: string, now: Instant): Promise<PublishRefusal | null> {
  return decide(db, 'event', id, async (tx) => {
    const event = found(await eventWithId(tx, id), 'event')
    const refusal = refusalToPublish(event, now)
    if (refusal) return refusal
    await changeEvent(tx, id, { published_at: now, changed_at: now })
    await record(tx, { what: 'event-published', by: by.id, about: id, at: now })
    return null
  })
}
