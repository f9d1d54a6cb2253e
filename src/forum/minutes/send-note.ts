import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { noteWithHarvest } from '../harvest/with-harvest.ts'
import { correctionsUntil, refusalToSend, type SendRefusal } from '../note.rules.ts'
import { changeNote, eventToDecide } from '../notes.sql.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { addLink, presentWithMail } from './minutes.sql.ts'
import { draftMail, type UrlOf } from './note.mail.ts'

interface Letters {
  now: Instant
  url: UrlOf
}

/**
 * Sends the draft to everybody who was checked in and has an address. When nobody was, as at a small lunch without
 * a door, the minutes go on to approval at once, and the record says why.
 */
export function sendNote(db: Db, by: Member, eventId: string, seen: string, { now, url }: Letters) {
  return decide(db, 'event', eventId, async (tx): Promise<SendRefusal | null> => {
    const event = found(await eventToDecide(tx, eventId), 'event')
    const note = found(await noteWithHarvest(tx, eventId), 'note')
    const attempt = { endsAt: event.ends_at, now, seenChangedAt: seen, note }
    const refusal = refusalToSend(attempt)
    if (refusal) return refusal

    const present = await presentWithMail(tx, eventId)
    const recommendations = await recommendationsOf(tx, eventId)
    const until = correctionsUntil(now, present.length)
    await changeNote(tx, note.id, {
      ...{ state: 'sent', sent_at: now, sent_to: present.length, corrections_until: until },
      not_sent_because: present.length === 0 ? 'nobody-present' : null,
    })
    for (const receiver of present) {
      const token = newToken()
      await addLink(tx, {
        ...{ token_hash: hashOf(token), note_id: note.id, sign_up_id: receiver.id },
        created_at: now,
      })
      await queueMail(tx, draftMail({ event, receiver, recommendations, until, token, url }), now)
    }
    const what = present.length === 0 ? 'note-not-sent' : 'note-sent'
    await record(tx, { what, by: by.id, about: eventId, at: now, detail: { people: present.length } })
    return null
  })
}
