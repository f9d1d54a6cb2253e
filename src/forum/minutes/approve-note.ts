import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { noteWithHarvest } from '../harvest/with-harvest.ts'
import {
  type ApproveRefusal,
  partiesMissing,
  type PublishRefusal,
  refusalToApprove,
  refusalToPublish,
} from '../note.rules.ts'
import { changeNote, noteOf } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { addApproval, approvalsOf, correctionsOf, partiesThatDecide } from './minutes.sql.ts'

/** A coordinator says yes for their party. When every party that has one has, the minutes are approved. */
export function approveNote(db: Db, by: Member, eventId: string, seen: string, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<ApproveRefusal | null> => {
    const note = found(await noteWithHarvest(tx, eventId), 'note')
    const approvedBy = (await approvalsOf(tx, note.id)).map((one) => one.party_id)
    const unanswered = (await correctionsOf(tx, note.id)).filter((one) => one.answer === null).length
    const party = by.party?.id ?? null
    const refusal = refusalToApprove({ party, approvedBy, unanswered, now, seenChangedAt: seen, note })
    if (refusal || party === null) return refusal

    await addApproval(tx, { id: newId(), note_id: note.id, party_id: party, by_person: by.id, at: now })
    const parties = (await partiesThatDecide(tx)).map((one) => one.id)
    const isWhole = partiesMissing(parties, [...approvedBy, party]).length === 0
    if (isWhole) await changeNote(tx, note.id, { state: 'approved', approved_at: now })
    const what = isWhole ? 'note-approved' : 'note-approved-by-one'
    await record(tx, { what, by: by.id, about: eventId, at: now, detail: { party } })
    return null
  })
}

/** Lets everybody read what was approved. */
export function publishNote(db: Db, by: Member, eventId: string, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<PublishRefusal | null> => {
    const note = found(await noteOf(tx, eventId), 'note')
    const refusal = refusalToPublish(note.state)
    if (refusal) return refusal
    await changeNote(tx, note.id, { state: 'published', published_at: now })
    await record(tx, { what: 'note-published', by: by.id, about: eventId, at: now })
    return null
  })
}
