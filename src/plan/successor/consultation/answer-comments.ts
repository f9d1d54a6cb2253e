import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { addAnswer, commentWithId, linkToAnswer } from './comments.sql.ts'
import { type AnswerRefusal, outcomes, refusalToAnswerComments } from './consultation.rules.ts'
import { answerMail } from './consultation.mail.ts'

const ids = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string()),
)

export const AnswerForm = z.object({
  comments: ids,
  outcome: z.enum(outcomes, 'successor.mistake.outcome'),
  words: texts(3000, 'successor.mistake.answer-words'),
})
export type AnswerForm = z.output<typeof AnswerForm>

/** Answers one comment, or several that say the same; everybody who wrote one is told in their language. */
export function answerComments(
  db: Db,
  { successorId, by, now, url }: Letters & { successorId: string; by: Member },
  form: AnswerForm,
): Promise<AnswerRefusal | null> {
  return decide(db, 'successor', successorId, async (tx): Promise<AnswerRefusal | null> => {
    const chosen = []
    for (const id of new Set(form.comments))
      chosen.push(found(await commentWithId(tx, successorId, id), 'comment'))
    const refusal = refusalToAnswerComments(chosen)
    if (refusal) return refusal
    const id = newId()
    const { outcome, words } = form
    await addAnswer(tx, {
      ...{ id, successor_id: successorId, outcome, words: json(words), by_person: by.id, answered_at: now },
    })
    await linkToAnswer(
      tx,
      chosen.map((one) => one.id),
      id,
    )
    const mails = chosen.flatMap(({ email, language, words: theirs }) =>
      email === null
        ? []
        : [answerMail({ email, language, theirs, outcome, words, link: url(language, '/plan/next') })],
    )
    await queueMails(
      tx,
      mails.map((mail) => ({ ...mail, about: successorId })),
      now,
    )
    const detail = { outcome, comments: chosen.length }
    await record(tx, { what: 'plan-comments-answered', by: by.id, about: successorId, at: now, detail })
    return null
  })
}
