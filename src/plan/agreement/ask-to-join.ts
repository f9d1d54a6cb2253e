import * as z from 'zod'
import { organisationNamed } from '#network/index.ts'
import { decide, transact } from '#platform/db.ts'
import { emailAddress, line, optionalParagraphs, several } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { type Language, languages } from '#platform/language.ts'
import { withinLimit } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db, Reads } from '../tables.ts'
import { addSignatory, addSignatoryLink, changeSignatory, signatoryOfLink } from './signatories.sql.ts'
import { confirmMail } from './signatory.mail.ts'
import {
  asksPerAddress,
  asksPerNetwork,
  conditions,
  confirmDays,
  isLinkOld,
  signatoryCategories,
} from './signatory.rules.ts'

export const JoinForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice is one question. */
  id: z.uuid(),
  organisation: line(200),
  category: z.enum(signatoryCategories, 'agreement.join.category-missing'),
  name: line(200),
  email: emailAddress,
  language: z.enum(languages, 'platform.form.choose'),
  about: optionalParagraphs(1000),
  conditions: several(conditions).refine((all) => all.length === conditions.length, {
    error: 'agreement.join.conditions-missing',
  }),
})
export type JoinForm = z.output<typeof JoinForm>

/** A whole address in a language, for mails. */
export type UrlOf = (language: Language, path: string) => string

interface Asked {
  /** The visitor's network. */
  from: string
  now: Instant
  url: UrlOf
}

/**
 * Mails a link that confirms that the address is theirs; before it is pressed nobody at the office sees the form.
 * Everybody gets the same answer; only too many forms from one place are answered otherwise.
 */
export function askToJoin(db: Db, form: JoinForm, { from, now, url }: Asked): Promise<'too-many' | null> {
  return transact(db, async (tx) => {
    if (!(await withinLimit(tx, { key: `join:network:${from}`, ...asksPerNetwork }, now))) return 'too-many'
    if (!(await withinLimit(tx, { key: `join:address:${hashOf(form.email)}`, ...asksPerAddress }, now)))
      return null
    const known = await organisationNamed(tx, form.organisation)
    const token = newToken()
    await addSignatory(tx, {
      ...{ id: form.id, organisation_id: known?.id ?? null, organisation_name: form.organisation },
      ...{ category: form.category, person_name: form.name, email: form.email, language: form.language },
      ...{ about: form.about, state: 'unconfirmed', asked_at: now, conditions_at: now, confirmed_at: null },
      ...{ decided_at: null, decided_by: null, reason: null, joined_on: null, left_on: null, wiped_at: null },
    })
    await addSignatoryLink(tx, { token_hash: hashOf(token), signatory_id: form.id, created_at: now })
    await queueMail(tx, confirmMail(form, url(form.language, `/agreement/confirm/${token}`)), now)
    return null
  })
}

/** The form that a mailed link confirms, as long as the link is good. */
export async function formToConfirm(db: Reads, token: string, now: Instant) {
  const one = await signatoryOfLink(db, hashOf(token))
  return !one || isLinkOld(one, plus(now, { days: -confirmDays })) ? undefined : one
}

/** From now on the office sees it. Pressing again changes nothing. */
export const confirmJoining = (db: Db, id: string, now: Instant): Promise<void> =>
  decide(db, 'signatory', id, async (tx) => {
    const one = await tx.selectFrom('signatory').select('state').where('id', '=', id).executeTakeFirst()
    if (one?.state !== 'unconfirmed') return
    await changeSignatory(tx, id, { state: 'waiting', confirmed_at: now })
    await record(tx, { what: 'signatory-asked', by: null, about: id, at: now })
  })
