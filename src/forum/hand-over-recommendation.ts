import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, emailAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import { type Letters, mailLink } from './answers/send-link.ts'
import { type HandOverRefusal, refusalToHandOver } from './recommendation.rules.ts'
import { changeRecommendation, recommendationWithId } from './recommendations.sql.ts'
import type { Db } from './tables.ts'

export const HandOver = z.object({
  handedOverOn: date,
  answerDueOn: date,
  /** Where a link to answer by is mailed; empty for those who hand it over themselves. */
  email: z.union([z.literal('').transform(() => null), emailAddress]).optional(),
  language: z.enum(languages).optional(),
})
export type HandOver = z.output<typeof HandOver>

/** What was handed over, with the secret of the link if one was mailed; or why nothing was. */
export type HandedOver = HandOverRefusal | null | { token: string }

/**
 * Writes down when a recommendation was handed over and until when it is to be answered, and mails the receiver a link to
 * answer by if an address was given; null means it is done without one.
 */
export function handOverRecommendation(
  db: Db,
  by: Member,
  id: string,
  form: HandOver,
  { now, url }: Letters,
) {
  return decide(db, 'recommendation', id, async (tx): Promise<HandedOver> => {
    const before = found(await recommendationWithId(tx, id), 'recommendation')
    const refusal = refusalToHandOver({
      alreadyOn: before.handed_over_on,
      noteState: before.note_state,
      handedOverOn: form.handedOverOn,
      answerDueOn: form.answerDueOn,
      eventDate: localDate(before.event_starts_at),
      today: localDate(now),
    })
    if (refusal) return refusal
    await changeRecommendation(tx, id, { handed_over_on: form.handedOverOn, answer_due_on: form.answerDueOn })
    const detail = { number: before.number, due: form.answerDueOn }
    await record(tx, { what: 'recommendation-handed-over', by: by.id, about: id, at: now, detail })
    if (!form.email) return null
    const to = { email: form.email, language: form.language ?? 'sv' }
    const sent = await mailLink(tx, by, id, to, { now, url })
    return sent.refusal === null ? { token: sent.token } : null
  })
}
