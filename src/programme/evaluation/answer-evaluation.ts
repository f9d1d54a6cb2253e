import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import { newUntimedId } from '#platform/ids.ts'
import { withinLimit } from '#platform/limits.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Db } from '../tables.ts'
import {
  type AnswerRefusal,
  answersPerNetwork,
  refusalToAnswer,
  refusalToTakeAnswer,
} from './evaluation.rules.ts'
import { addAnswer, answerCount, answerLink, useAnswerLink } from './evaluations.sql.ts'

const textMax = 1000

/** From 1 to 5, or left out. */
const scale = z
  .enum(['1', '2', '3', '4', '5'], 'platform.form.choose')
  .optional()
  .transform((value) => (value === undefined ? null : Number(value)))

export const EvaluationForm = z
  .object({
    ...{ expectations: scale, said: scale, learnt: scale },
    contact: z
      .enum(['yes', 'no'], 'platform.form.choose')
      .optional()
      .transform((value) => (value === undefined ? null : Number(value === 'yes'))),
    next_step: scale,
    who_missing: optionalParagraphs(textMax),
    better: optionalParagraphs(textMax),
    capacity: z
      .union([z.literal('').transform(() => null), z.enum(capacities)], 'platform.form.choose')
      .optional()
      .transform((value) => value ?? null),
  })
  .refine((form) => Object.entries(form).some(([name, value]) => name !== 'capacity' && value !== null), {
    error: 'evaluation.form.empty',
    path: ['expectations'],
  })
export type EvaluationForm = z.output<typeof EvaluationForm>

interface Attempt {
  eventId: string
  /** Of the link in the mail; null for the way in that hangs on the wall. */
  tokenHash: string | null
  form: EvaluationForm
  from: string
  now: Instant
}

/**
 * Takes an answer, and marks the link it came by as used. Nothing says when it came or from whom: the id is made by
 * chance alone, and of all that happens here this alone is not written into the record.
 */
export function answerEvaluation(db: Db, { eventId, tokenHash, form, from, now }: Attempt) {
  return decide(db, 'event', eventId, async (tx): Promise<AnswerRefusal | 'too-many' | null> => {
    const limit = { key: `evaluation:network:${from}`, ...answersPerNetwork }
    if (!(await withinLimit(tx, limit, now))) return 'too-many'
    const event = found(await eventWithId(tx, eventId), 'event')
    const link = tokenHash ? found(await answerLink(tx, tokenHash, 'evaluation'), 'link') : null
    const answers = await answerCount(tx, eventId, 'evaluation')
    const refusal =
      refusalToAnswer(event, now) ?? refusalToTakeAnswer(link, { answers, capacity: event.capacity })
    if (refusal) return refusal
    if (link) await useAnswerLink(tx, link.token_hash)
    await addAnswer(tx, { id: newUntimedId(), event_id: eventId, ...form })
    return null
  })
}
