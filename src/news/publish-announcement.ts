import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { refusalToPublish, refusalToTakeDown } from './announcement.rules.ts'
import { announcementWithId, changeAnnouncement } from './announcements.sql.ts'
import type { Db } from './tables.ts'

/** Shows an announcement to everybody; the followers are told the first time. */
export function publishAnnouncement(db: Db, by: Member, id: string, now: Instant) {
  return decide(db, 'announcement', id, async (tx) => {
    const before = found(await announcementWithId(tx, id), 'announcement')
    const refusal = refusalToPublish(before)
    if (refusal) return refusal
    const published_at = before.published_at ?? now
    await changeAnnouncement(tx, id, { published_at, taken_down_at: null })
    const what = before.published_at ? 'announcement-put-back' : 'announcement-published'
    await record(tx, { what, by: by.id, about: id, at: now })
    return null
  })
}

/** Takes an announcement away from the public pages; it can be put back. */
export function takeDownAnnouncement(db: Db, by: Member, id: string, now: Instant) {
  return decide(db, 'announcement', id, async (tx) => {
    const refusal = refusalToTakeDown(found(await announcementWithId(tx, id), 'announcement'))
    if (refusal) return refusal
    await changeAnnouncement(tx, id, { taken_down_at: now })
    await record(tx, { what: 'announcement-taken-down', by: by.id, about: id, at: now })
    return null
  })
}
