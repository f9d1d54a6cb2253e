import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { recommendationWithId } from '../recommendations.sql.ts'
import { reportsAmong } from '../report/report.sql.ts'
import type { Db, Reads, Writes } from '../tables.ts'
import { handOverMail, type UrlOf } from './answer.mail.ts'
import { type LinkRefusal, refusalToLink } from './answer-link.rules.ts'
import { addLink, endLinks, keepAddress } from './answers.sql.ts'

export const AddressForm = z.object({
  email: emailAddress,
  language: z.enum(languages, 'platform.form.choose'),
})
export type AddressForm = z.output<typeof AddressForm>

export interface Letters {
  now: Instant
  url: UrlOf
}

/** The secret of the link that was made, for those who may see it; or why none was. */
export type Sent = { refusal: LinkRefusal } | { refusal: null; token: string }

/** Mails the receiver a new link; those sent before answer no more, since they may lie with somebody else. */
export function sendLink(db: Db, by: Member, id: string, to: AddressForm, letters: Letters): Promise<Sent> {
  return decide(db, 'recommendation', id, (tx) => mailLink(tx, by, id, to, letters))
}

/** The same inside the transaction that hands the recommendation over. */
export async function mailLink(
  tx: Reads & Writes,
  by: Member,
  id: string,
  to: AddressForm,
  { now, url }: Letters,
): Promise<Sent> {
  const asked = found(await recommendationWithId(tx, id), 'recommendation')
  const refusal = refusalToLink(asked)
  if (refusal) return { refusal }
  await endLinks(tx, id, { ended_at: now, ended_because: 'replaced' })
  await keepAddress(tx, { recommendation_id: id, ...to, given_by: by.id, given_at: now })
  const token = await openLink(tx, id, { now, madeBy: by.id })
  const report = (await reportsAmong(tx, [asked.event_id])).get(asked.event_id) ?? null
  await queueMail(tx, handOverMail({ asked, to, token, report, url }), now)
  const detail = { number: asked.number }
  await record(tx, { what: 'answer-link-sent', by: by.id, about: id, at: now, detail })
  return { refusal: null, token }
}

/** One more way in; only its checksum is kept. */
export async function openLink(
  tx: Writes,
  recommendationId: string,
  { now, madeBy }: { now: Instant; madeBy: string | null },
): Promise<string> {
  const token = newToken()
  await addLink(tx, {
    ...{ id: newId(), recommendation_id: recommendationId, token_hash: hashOf(token), created_at: now },
    ...{ made_by: madeBy, ended_at: null, ended_because: null },
  })
  return token
}
