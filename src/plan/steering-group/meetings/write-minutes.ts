import * as z from 'zod'
import {
  correctionsUntil,
  type NoteState,
  partiesMissing,
  refusalToApprove,
  refusalToPublish,
  refusalToSend,
  refusalToWriteNote,
} from '#forum/index.ts'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { addMemberLink, membersOn } from '../seats/seats.sql.ts'
import { changeMeeting, decisionsOf, type Meeting, meetingWithId, setPresent } from './meetings.sql.ts'
import { draftMail } from './meetings.mail.ts'
import {
  addApproval,
  approvalsOf,
  correctionsOf,
  partiesThatDecide,
  takeApprovalsBack,
} from './minutes.sql.ts'

export const MinutesForm = z.object({
  said: optionalTexts(20_000),
  present: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string())),
  /** When the minutes had last been saved when this form was shown; empty for the first time. */
  seen: z.union([z.literal(''), z.iso.datetime()]),
})
export type MinutesForm = z.output<typeof MinutesForm>

interface Acting extends Letters {
  by: Member
  meetingId: string
}

/** The minutes in the shape of an event's notes: the same rules hold for both. */
const asNote = (meeting: Meeting) =>
  meeting.state === null || meeting.said_changed_at === null
    ? null
    : {
        state: meeting.state,
        changed_at: meeting.said_changed_at,
        corrections_until: meeting.corrections_until,
      }

const draft = { state: 'draft' as NoteState, changed_at: '', corrections_until: null }

/** Saves what was said and who was there. Whoever had approved other words has to read these. */
export function writeMinutes(db: Db, { by, meetingId, now }: Acting, form: MinutesForm) {
  return decide(db, 'steering_meeting', meetingId, async (tx) => {
    const meeting = found(await meetingWithId(tx, meetingId), 'meeting')
    if (meeting.cancelled_at !== null) return 'cancelled-already'
    const note = asNote(meeting)
    const attempt = { startsAt: meeting.starts_at, now, seenChangedAt: form.seen, note }
    const refusal = refusalToWriteNote(attempt)
    if (refusal) return refusal
    const members = await membersOn(tx, localDate(meeting.starts_at))
    await setPresent(
      tx,
      meetingId,
      members.filter((one) => form.present.includes(one.id)).map((one) => one.id),
    )
    const state = meeting.state ?? 'draft'
    await changeMeeting(tx, meetingId, { state, said: json(form.said), said_changed_at: now })
    await takeApprovalsBack(tx, meetingId)
    await record(tx, { what: 'steering-minutes-written', by: by.id, about: meetingId, at: now })
    return null
  })
}

/** The draft goes to the members; from then on they have a week for corrections. */
export function sendMinutes(db: Db, { by, meetingId, now, url }: Acting, seen: string) {
  return decide(db, 'steering_meeting', meetingId, async (tx) => {
    const meeting = found(await meetingWithId(tx, meetingId), 'meeting')
    const decisions = await decisionsOf(tx, meetingId)
    const hasText = Object.keys(meeting.said).length > 0 || decisions.length > 0
    const note = { ...(asNote(meeting) ?? draft), hasText }
    const refusal = refusalToSend({ endsAt: meeting.ends_at, now, seenChangedAt: seen, note })
    if (refusal) return refusal
    const members = (await membersOn(tx, localDate(now))).filter((one) => one.email !== null)
    const until = correctionsUntil(now, members.length)
    await changeMeeting(tx, meetingId, {
      ...{ state: 'sent', sent_at: now, sent_to: members.length, corrections_until: until },
    })
    for (const member of members) {
      const token = newToken()
      await addMemberLink(tx, { token_hash: hashOf(token), term_id: member.id, created_at: now })
      const link = url(member.language, `/steering-group/mine/${token}/meetings/${meetingId}`)
      await queueMail(tx, draftMail({ member, meeting, until, link }), now)
    }
    const detail = { people: members.length }
    await record(tx, { what: 'steering-minutes-sent', by: by.id, about: meetingId, at: now, detail })
    return null
  })
}

/** A coordinator says yes for their party; when every party that has one has, the minutes are approved. */
export function approveMinutes(db: Db, { by, meetingId, now }: Acting, seen: string) {
  return decide(db, 'steering_meeting', meetingId, async (tx) => {
    const meeting = found(await meetingWithId(tx, meetingId), 'meeting')
    const approvedBy = (await approvalsOf(tx, meetingId)).map((one) => one.party_id)
    const unanswered = (await correctionsOf(tx, meetingId)).filter((one) => one.answer === null).length
    const party = by.party?.id ?? null
    const note = asNote(meeting) ?? draft
    const refusal = refusalToApprove({ party, approvedBy, unanswered, now, seenChangedAt: seen, note })
    if (refusal || party === null) return refusal
    await addApproval(tx, { meeting_id: meetingId, party_id: party, by_person: by.id, at: now })
    const isWhole = partiesMissing(await partiesThatDecide(tx), [...approvedBy, party]).length === 0
    if (isWhole) await changeMeeting(tx, meetingId, { state: 'approved', approved_at: now })
    const what = isWhole ? 'steering-minutes-approved' : 'steering-minutes-approved-by-one'
    await record(tx, { what, by: by.id, about: meetingId, at: now, detail: { party } })
    return null
  })
}

export function publishMinutes(db: Db, { by, meetingId, now }: Acting) {
  return decide(db, 'steering_meeting', meetingId, async (tx) => {
    const meeting = found(await meetingWithId(tx, meetingId), 'meeting')
    const refusal = refusalToPublish(meeting.state ?? 'draft')
    if (refusal) return refusal
    await changeMeeting(tx, meetingId, { state: 'published', published_at: now })
    await record(tx, { what: 'steering-minutes-published', by: by.id, about: meetingId, at: now })
    return null
  })
}
