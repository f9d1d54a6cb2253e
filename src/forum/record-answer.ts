import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { endLinks } from './answers/answers.sql.ts'
import { answerKinds, type AnswerRefusal, refusalToAnswer } from './recommendation.rules.ts'
import { addAnswer, recommendationWithId } from './recommendations.sql.ts'
import type { Db } from './tables.ts'

const answerMax = 5000

export const AnswerForm = z.object({
  kind: z.enum(answerKinds, 'forum.answer.kind-missing'),
  words: texts(answerMax),
  answeredOn: date,
})
export type AnswerForm = z.output<typeof AnswerForm>

/** Writes down what the receiver answered, once and for all; null means it is done. */
export function recordAnswer(db: Db, by: Member, id: string, form: AnswerForm, now: Instant) {
  // Both coordinators may have the answer in their mail: whoever holds the recommendation first writes it down.
  return decide(db, 'recommendation', id, async (tx): Promise<AnswerRefusal | null> => {
    const asked = found(await recommendationWithId(tx, id), 'recommendation')
    const refusal = refusalToAnswer({
      handedOverOn: asked.handed_over_on,
      isAnswered: asked.answer_kind !== null,
      answeredOn: form.answeredOn,
      today: localDate(now),
    })
    if (refusal) return refusal
    await addAnswer(tx, {
      id: newId(),
      recommendation_id: id,
      kind: form.kind,
      words: json(form.words),
      answered_on: form.answeredOn,
      recorded_by: by.id,
      recorded_at: now,
      ...{ next_by: null, link_id: null, given_as: null },
    })
    await endLinks(tx, id, { ended_at: now, ended_because: 'answered' })
    const detail = { number: asked.number, kind: form.kind }
    await record(tx, { what: 'recommendation-answered', by: by.id, about: id, at: now, detail })
    return null
  })
}
