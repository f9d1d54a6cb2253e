import * as z from 'zod'
import { refusalToAnswer, refusalToCorrect } from '#forum/index.ts'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs, paragraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { termOfLink } from '../seats/seats.sql.ts'
import { meetingWithId } from './meetings.sql.ts'
import { addCorrection, changeCorrection, correctionsOf } from './minutes.sql.ts'

export const CorrectionForm = z.object({ words: paragraphs(2000, 'steering-group.mistake.words') })
export type CorrectionForm = z.output<typeof CorrectionForm>

interface Correcting {
  token: string
  meetingId: string
  now: Instant
}

/** A member says what is wrong in the draft. */
export function sendCorrection(db: Db, { token, meetingId, now }: Correcting, { words }: CorrectionForm) {
  return decide(db, 'steering_meeting', meetingId, async (tx) => {
    const term = found(await termOfLink(tx, hashOf(token)), 'link of a member')
    const meeting = found(await meetingWithId(tx, meetingId), 'meeting')
    const { state, said_changed_at, corrections_until } = meeting
    const sent = (await correctionsOf(tx, meetingId)).filter((one) => one.term_id === term.id)
    const note = { state: state ?? ('draft' as const), changed_at: said_changed_at ?? '', corrections_until }
    const refusal = refusalToCorrect(note, sent.length, now)
    if (refusal) return refusal
    // Pressed twice, said once.
    if (sent.some((one) => one.words === words)) return null
    const row = { id: newId(), meeting_id: meetingId, term_id: term.id, words, at: now }
    await addCorrection(tx, { ...row, answer: null, because: null, answered_by: null, answered_at: null })
    await record(tx, { what: 'steering-correction-came', by: null, about: meetingId, at: now })
    return null
  })
}

export const AnswerCorrectionForm = z
  .object({
    answer: z.enum(['taken-in', 'not-taken-in'], 'steering-group.mistake.answer'),
    because: optionalParagraphs(1000),
  })
  .refine(({ answer, because }) => answer === 'taken-in' || because !== null, {
    error: 'steering-group.mistake.because',
    path: ['because'],
  })
export type AnswerCorrectionForm = z.output<typeof AnswerCorrectionForm>

/** Taken in, or not and why: whoever sent it sees that behind their link. */
export function answerCorrection(
  db: Db,
  { by, meetingId, now }: { by: Member; meetingId: string; now: Instant },
  { id, form }: { id: string; form: AnswerCorrectionForm },
) {
  return decide(db, 'steering_meeting', meetingId, async (tx) => {
    const meeting = found(await meetingWithId(tx, meetingId), 'meeting')
    const correction = found(
      (await correctionsOf(tx, meetingId)).find((one) => one.id === id),
      'correction',
    )
    const refusal = refusalToAnswer(meeting.state ?? 'draft', correction.answer)
    if (refusal) return refusal
    const because = form.answer === 'not-taken-in' ? form.because : null
    await changeCorrection(tx, id, { answer: form.answer, because, answered_by: by.id, answered_at: now })
    await record(tx, { what: 'steering-correction-answered', by: by.id, about: meetingId, at: now })
    return null
  })
}
