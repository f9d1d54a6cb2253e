import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import { newUntimedId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { addFollowUpAnswer, answerLink, useAnswerLink } from './evaluations.sql.ts'

export const FollowUpForm = z.object({
  led_to_something: z.enum(['yes', 'no', 'too-early'], 'evaluation.follow-up.missing'),
  what: optionalParagraphs(1000),
})
type FollowUpForm = z.output<typeof FollowUpForm>

/** Takes what came of an event, by nobody and at no time; false when the link was used already. */
export function answerFollowUp(
  db: Db,
  { eventId, tokenHash, form }: { eventId: string; tokenHash: string; form: FollowUpForm },
): Promise<boolean> {
  return decide(db, 'event', eventId, async (tx) => {
    const link = found(await answerLink(tx, tokenHash, 'follow-up'), 'link')
    if (link.used === 1) return false
    await useAnswerLink(tx, tokenHash)
    await addFollowUpAnswer(tx, { id: newUntimedId(), event_id: eventId, ...form })
    return true
  })
}
