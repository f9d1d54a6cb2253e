import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { changeClaim, claimWithId } from './applications.sql.ts'
import { acceptClaim, whyNotClaimed } from './claim-organisation.ts'
import { claimAnswerMail } from './claim.mail.ts'
import { type DecideClaimRefusal, refusalToDecideClaim } from './claim.rules.ts'
import type { Telling } from './telling.ts'

export const AnswerClaim = z.object({
  answer: z.enum(['accept', 'turn-down'], 'platform.form.choose'),
  reason: optionalParagraphs(2000),
})

/** Lets somebody run an entry, or says why not; they are told in their language. */
export async function decideClaim(
  db: Db,
  by: Member,
  id: string,
  form: z.output<typeof AnswerClaim>,
  telling: Telling,
): Promise<DecideClaimRefusal | null> {
  const { organisation_id } = found(await claimWithId(db, id), 'claim')
  return decide(db, 'organisation', organisation_id, async (tx) => {
    const claim = found(await claimWithId(tx, id), 'claim')
    const { answer, reason } = form
    const isRun = (await whyNotClaimed(tx, organisation_id, telling.now)) !== null
    const refusal = refusalToDecideClaim({ state: claim.state, answer, reason, isRun })
    if (refusal) return refusal
    if (answer === 'accept') {
      await acceptClaim(tx, claim, { by: by.id, telling })
      return null
    }
    const { now, url } = telling
    const decided = { decided_at: now, decided_by: by.id, checked_by: 'office' } as const
    await changeClaim(tx, id, { state: 'turned-down', reason, ...decided })
    await record(tx, { what: 'claim-turned-down', by: by.id, about: organisation_id, at: now })
    const { email, name, language, slug } = claim
    if (email === null || name === null) return null
    const told = { id, name: claim.organisation, answer, reason }
    const link = url(language, `/network/organisations/${slug}`)
    await queueMail(tx, claimAnswerMail({ email, name, language }, told, link), now)
    return null
  })
}
