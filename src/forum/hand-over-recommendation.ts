import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { type HandOverRefusal, refusalToHandOver } from './recommendation.rules.ts'
import { changeRecommendation, recommendationWithId } from './recommendations.sql.ts'
import type { Db } from './tables.ts'

export const HandOver = z.object({ handedOverOn: date, answerDueOn: date })
export type HandOver = z.output<typeof HandOver>

/** Writes down when a recommendation was handed over and until when it is to be answered; null means it is done. */
export function handOverRecommendation(db: Db, by: Member, id: string, form: HandOver, now: Instant) {
  return decide(db, 'recommendation', id, async (tx): Promise<HandOverRefusal | null> => {
    const before = found(await recommendationWithId(tx, id), 'recommendation')
    const refusal = refusalToHandOver({
      alreadyOn: before.handed_over_on,
      ...form,
      eventDate: localDate(before.event_starts_at),
      today: localDate(now),
    })
    if (refusal) return refusal
    await changeRecommendation(tx, id, { handed_over_on: form.handedOverOn, answer_due_on: form.answerDueOn })
    const detail = { number: before.number, due: form.answerDueOn }
    await record(tx, { what: 'recommendation-handed-over', by: by.id, about: id, at: now, detail })
    return null
  })
}
