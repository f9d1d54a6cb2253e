import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { changeComment, commentWithId } from './comments.sql.ts'
import { type JudgeRefusal, refusalToJudge } from './consultation.rules.ts'
import { judgedMail } from './consultation.mail.ts'

export const JudgeForm = z
  .object({ do: z.enum(['show', 'hold-back']).catch('show'), reason: optionalParagraphs(1000) })
  .refine((form) => form.do === 'show' || form.reason !== null, {
    error: 'successor.mistake.held-reason',
    path: ['reason'],
  })
export type JudgeForm = z.output<typeof JudgeForm>

interface Judging extends Letters {
  by: Member
  successorId: string
  commentId: string
}

/** Shows a comment to everybody, or holds it back with a reason; whoever wrote it is told. Either can be undone. */
export function judgeComment(
  db: Db,
  { by, successorId, commentId, now, url }: Judging,
  form: JudgeForm,
): Promise<JudgeRefusal | null> {
  return decide(db, 'successor', successorId, async (tx): Promise<JudgeRefusal | null> => {
    const comment = found(await commentWithId(tx, successorId, commentId), 'comment')
    const { noticed, answer_id, email, language } = comment
    const refusal = refusalToJudge({ do: form.do, noticed, isAnswered: answer_id !== null })
    if (refusal) return refusal
    const state = form.do === 'show' ? 'shown' : 'held-back'
    const held_reason = state === 'held-back' ? form.reason : null
    if (comment.state === state && comment.held_reason === held_reason) return null
    await changeComment(tx, commentId, { state, held_reason, decided_at: now, decided_by: by.id })
    const what = state === 'shown' ? 'plan-comment-shown' : 'plan-comment-held-back'
    await record(tx, { what, by: by.id, about: successorId, at: now, detail: { comment: commentId } })
    if (email === null) return null
    const link = url(language, '/plan/next')
    await queueMail(
      tx,
      { ...judgedMail({ email, language, reason: held_reason, link }), about: successorId },
      now,
    )
    return null
  })
}
