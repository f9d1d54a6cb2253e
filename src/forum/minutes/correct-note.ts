import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import {
  type AnswerRefusal,
  type CorrectionRefusal,
  refusalToAnswer,
  refusalToCorrect,
} from '../note.rules.ts'
import { noteOf } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { addCorrection, correctionsFrom, correctionWithId, keepAnswer, linkWithHash } from './minutes.sql.ts'

const missing = 'minutes.mistake.words'

export const CorrectionForm = z.object({
  words: optionalParagraphs(2000).pipe(z.string(missing).min(1, missing)),
})
export type CorrectionForm = z.output<typeof CorrectionForm>

/** Somebody who was present says what is wrong in the draft. */
export async function sendCorrection(db: Db, token: string, { words }: CorrectionForm, now: Instant) {
  const { event_id } = found(await linkWithHash(db, hashOf(token)), 'link to minutes')
  return decide(db, 'event', event_id, async (tx): Promise<CorrectionRefusal | null> => {
    const link = found(await linkWithHash(tx, hashOf(token)), 'link to minutes')
    const { note_id, sign_up_id } = link
    const sent = await correctionsFrom(tx, note_id, sign_up_id)
    const refusal = refusalToCorrect(link, sent.length, now)
    if (refusal) return refusal
    // Pressed twice, said once.
    if (sent.some((one) => one.words === words)) return null
    const unanswered = { answer: null, because: null, answered_by: null, answered_at: null }
    await addCorrection(tx, { id: newId(), note_id, sign_up_id, words, at: now, ...unanswered })
    await record(tx, { what: 'note-correction-came', by: null, about: event_id, at: now })
    return null
  })
}

export const AnswerForm = z
  .object({
    answer: z.enum(['taken-in', 'not-taken-in'], 'minutes.mistake.answer'),
    because: optionalParagraphs(1000),
  })
  .refine(({ answer, because }) => answer === 'taken-in' || because !== null, {
    error: 'minutes.mistake.because',
    path: ['because'],
  })
export type AnswerForm = z.output<typeof AnswerForm>

interface Answering {
  eventId: string
  correctionId: string
  form: AnswerForm
  now: Instant
}

/** Taken in, or not, and why: whoever sent the correction sees it behind their link. */
export function answerCorrection(db: Db, by: Member, { eventId, correctionId, form, now }: Answering) {
  return decide(db, 'event', eventId, async (tx): Promise<AnswerRefusal | null> => {
    const note = found(await noteOf(tx, eventId), 'note')
    const correction = found(await correctionWithId(tx, note.id, correctionId), 'correction')
    const refusal = refusalToAnswer(note.state, correction.answer)
    if (refusal) return refusal
    const { answer } = form
    const because = answer === 'not-taken-in' ? form.because : null
    await keepAnswer(tx, correction.id, { answer, because, answered_by: by.id, answered_at: now })
    const what = 'note-correction-answered'
    await record(tx, { what, by: by.id, about: eventId, at: now, detail: { answer } })
    return null
  })
}
