import * as z from 'zod'
import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalLine, texts, time } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, instantAt } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { type PlanRefusal, refusalToCancelMeeting, refusalToPlanMeeting } from './meetings.rules.ts'
import { addMeeting, changeMeeting, meetingWithId } from './meetings.sql.ts'

export const MeetingForm = z
  .object({
    id: z.uuid().optional(),
    date,
    starts: time,
    ends: time,
    place: optionalLine(200),
  })
  .refine(({ starts, ends }) => starts < ends, { error: 'steering-group.mistake.ends', path: ['ends'] })
export type MeetingForm = z.output<typeof MeetingForm>

const unwritten = {
  ...{ state: null, said: '{}', said_changed_at: null, sent_at: null, sent_to: null },
  ...{ corrections_until: null, approved_at: null, published_at: null },
} as const

const timesOf = (form: MeetingForm) => ({
  starts_at: instantAt(form.date, form.starts),
  ends_at: instantAt(form.date, form.ends),
  place: form.place,
})

/** Calls the group together, in the name of the member's party. Members are told by the clock. */
export function planMeeting(db: Db, by: Member, id: string, form: MeetingForm, now: Instant) {
  return transact(db, async (tx): Promise<PlanRefusal | null> => {
    const times = timesOf(form)
    const refusal = refusalToPlanMeeting(null, times.starts_at, now)
    if (refusal) return refusal
    const row = { id, party_id: by.party?.id ?? '', ...times, cancelled_at: null, cancel_reason: '{}' }
    const made = { changed_by: by.id, created_at: now, changed_at: now }
    if (!(await addMeeting(tx, { ...row, ...made, ...unwritten }))) return null
    await record(tx, { what: 'steering-meeting-planned', by: by.id, about: id, at: now })
    return null
  })
}

export function changeMeetingTimes(db: Db, by: Member, id: string, form: MeetingForm, now: Instant) {
  return decide(db, 'steering_meeting', id, async (tx): Promise<PlanRefusal | null> => {
    const before = found(await meetingWithId(tx, id), 'meeting')
    const times = timesOf(form)
    const refusal = refusalToPlanMeeting(before, times.starts_at, now)
    if (refusal) return refusal
    await changeMeeting(tx, id, { ...times, changed_by: by.id, changed_at: now })
    await record(tx, { what: 'steering-meeting-changed', by: by.id, about: id, at: now })
    return null
  })
}

export const CancelForm = z.object({ reason: texts(500) })
export type CancelForm = z.output<typeof CancelForm>

export function cancelMeeting(db: Db, by: Member, id: string, form: CancelForm, now: Instant) {
  return decide(db, 'steering_meeting', id, async (tx): Promise<PlanRefusal | null> => {
    const before = found(await meetingWithId(tx, id), 'meeting')
    const refusal = refusalToCancelMeeting(before, now)
    if (refusal) return refusal
    const off = { cancelled_at: now, cancel_reason: json(form.reason) }
    await changeMeeting(tx, id, { ...off, changed_by: by.id, changed_at: now })
    await record(tx, { what: 'steering-meeting-cancelled', by: by.id, about: id, at: now })
    return null
  })
}
