import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { NominationRow } from '../tables.ts'
import { callWithId, changeNomination, nominationOfNominee, wiped } from './calls.sql.ts'
import { type AnswerRefusal, refusalToAnswer } from './nominations.rules.ts'

export const AnswerForm = z.object({
  do: z.enum(['accept', 'decline']),
  shows_name: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
  presentation: optionalParagraphs(1000),
})
export type AnswerForm = z.output<typeof AnswerForm>

export const nomineeOfToken = (db: Db, token: string): Promise<NominationRow | undefined> =>
  nominationOfNominee(db, hashOf(token))

/** The nominee says yes, and whether their name may be shown; or no, and then everything about them is wiped. */
export async function answerNomination(db: Db, token: string, form: AnswerForm, now: Instant) {
  const { call_id } = found(await nomineeOfToken(db, token), 'nomination')
  return decide(db, 'nomination_call', call_id, async (tx): Promise<AnswerRefusal | null> => {
    const nomination = found(await nominationOfNominee(tx, hashOf(token)), 'nomination')
    const call = found(await callWithId(tx, call_id), 'call')
    const refusal = refusalToAnswer(nomination, call)
    if (refusal) return refusal
    if (form.do === 'decline') {
      const no = { declined_at: now, consented_at: null, is_recommended: 0, wiped_at: now }
      await changeNomination(tx, nomination.id, { ...wiped, ...no })
      await record(tx, { what: 'nomination-declined', by: null, about: call_id, at: now })
      return null
    }
    const { presentation } = form
    const consented_at = nomination.consented_at ?? now
    await changeNomination(tx, nomination.id, {
      ...{ consented_at, presentation, shows_name: form.shows_name ? 1 : 0 },
    })
    if (!nomination.consented_at)
      await record(tx, { what: 'nomination-accepted', by: null, about: call_id, at: now })
    return null
  })
}
