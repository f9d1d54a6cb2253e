import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { withinLimit } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import type { NominationRow } from '../tables.ts'
import { callWithId, changeNomination, nominationOfNominator, seatsOfCall } from './calls.sql.ts'
import { type ConfirmRefusal, mailsPerAddress, refusalToConfirm } from './nominations.rules.ts'
import { nomineeMail } from './nominations.mail.ts'

export const nominationOfToken = (db: Db, token: string): Promise<NominationRow | undefined> =>
  nominationOfNominator(db, hashOf(token))

/** The owner of the address says that it was them. Then the nominee is asked, by a link of their own. */
export async function confirmNomination(db: Db, token: string, { now, url }: Letters) {
  const { call_id } = found(await nominationOfToken(db, token), 'nomination')
  return decide(db, 'nomination_call', call_id, async (tx): Promise<ConfirmRefusal | 'too-many' | null> => {
    const nomination = found(await nominationOfNominator(tx, hashOf(token)), 'nomination')
    if (nomination.confirmed_at) return null
    const call = found(await callWithId(tx, call_id), 'call')
    const refusal = refusalToConfirm(nomination.asked_at, call, now)
    if (refusal) return refusal
    const { nominee_email: email, nominee_name: name, nominee_language: language } = nomination
    const key = `nominations:nominee:${hashOf(email ?? '')}`
    if (!(await withinLimit(tx, { key, ...mailsPerAddress }, now))) return 'too-many'
    const theirs = newToken()
    await changeNomination(tx, nomination.id, { confirmed_at: now, nominee_token_hash: hashOf(theirs) })
    const seat = (await seatsOfCall(tx, call_id)).find((one) => one.id === nomination.seat_id)
    if (email && name) {
      const link = url(language, `/nominated/${theirs}`)
      const facts = {
        call,
        body: nomination.body,
        category: seat?.category ?? {},
        email,
        name,
        language,
        link,
      }
      await queueMail(tx, nomineeMail({ ...facts, organisation: nomination.organisation }), now)
    }
    await record(tx, { what: 'nominee-asked', by: null, about: call_id, at: now })
    return null
  })
}
