import * as z from 'zod'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line, optionalParagraphs } from '#platform/form.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { limitFor, type Sender } from '#platform/sender.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Db, Reads, Tx } from '../tables.ts'
import { addClaim, changeClaim, type Claim, claimWithId, claimWithToken } from './applications.sql.ts'
import { claimAnswerMail, confirmClaimMail, toldContactMail } from './claim.mail.ts'
import { checkedBy, type ClaimRefusal, refusalToClaim } from './claim.rules.ts'
import { confirmDays } from './join.rules.ts'
import { knownOrNew } from './known-person.ts'
import { entriesToCompare, organisationWithId } from './organisations.sql.ts'
import { actsOn } from './posts.rules.ts'
import { addPost, postsOf } from './posts.sql.ts'
import { isEnded, languageOf } from './profile.rules.ts'
import type { Telling } from './telling.ts'

export const ClaimForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice is one claim. */
  id: z.uuid(),
  name: line(120, 'organisations.join.name-missing'),
  kind: z.enum(
    ['chair', 'board', 'treasurer', 'secretary', 'elected', 'staff', 'contact'],
    'organisations.claim.post-missing',
  ),
  why: optionalParagraphs(1000),
  language: z.enum(languages, 'platform.form.choose'),
})
export const ClaimFormOfGuest = ClaimForm.extend({ email: emailAddress })
export type ClaimForm = z.output<typeof ClaimForm>

/** Why an entry can't be claimed now: somebody runs it, or it is no longer. */
export async function whyNotClaimed(db: Reads, organisationId: string, now: Instant) {
  const today = localDate(now)
  const organisation = found(await organisationWithId(db, organisationId), 'organisation')
  const posts = await postsOf(db, organisationId)
  return refusalToClaim(posts, isEnded(organisation, today), (term) => actsOn(term, today))
}

/** Asks to look after an entry that nobody looks after. Nothing is given before it was looked at. */
export function claimOrganisation(
  db: Db,
  organisationId: string,
  form: ClaimForm,
  sender: Sender,
  telling: Telling,
): Promise<ClaimRefusal | 'too-many' | null> {
  const { now, url } = telling
  return transact(db, async (tx) => {
    if (await claimWithId(tx, form.id)) return null
    const refusal = await whyNotClaimed(tx, organisationId, now)
    if (refusal) return refusal
    const limit = await limitFor(tx, 'claim', sender, now)
    if (limit === 'too-many') return limit
    const token = newToken()
    await addClaim(tx, {
      ...{ id: form.id, token_hash: hashOf(token), organisation_id: organisationId, name: form.name },
      ...{ email: sender.email, language: form.language, kind: form.kind, why: form.why },
      ...{ state: 'unconfirmed', checked_by: null, asked_at: now, confirmed_at: null },
      ...{ decided_at: null, decided_by: null, reason: null, wiped_at: null },
    })
    if (sender.isKnown) await takeClaim(tx, form.id, telling)
    else if (limit.mailAt) {
      const organisation = found(await organisationWithId(tx, organisationId), 'organisation')
      const to = { email: sender.email, name: form.name, language: form.language }
      const link = url(form.language, `/network/claims/${token}`)
      await queueMail(
        tx,
        confirmClaimMail(to, { id: form.id, name: organisation.name }, link),
        now,
        limit.mailAt,
      )
    }
    return null
  })
}

/** The claim behind a mailed link, as long as the link is good. */
export async function claimLinked(db: Reads, token: string, now: Instant): Promise<Claim | undefined> {
  const one = await claimWithToken(db, hashOf(token))
  const isOld = one?.state === 'unconfirmed' && plus(one.asked_at, { days: confirmDays }) < now
  return isOld || one?.wiped_at ? undefined : one
}

/** The address is theirs. On the organisation's own domain that is enough; otherwise the office looks at it. */
export const confirmClaim = (db: Db, claim: Claim, telling: Telling): Promise<void> =>
  decide(db, 'organisation', claim.organisation_id, (tx) => takeClaim(tx, claim.id, telling))

async function takeClaim(tx: Tx, id: string, telling: Telling): Promise<void> {
  const { now } = telling
  const claim = found(await claimWithId(tx, id), 'claim')
  if (claim.state !== 'unconfirmed' || claim.email === null) return
  await changeClaim(tx, id, { state: 'waiting', confirmed_at: now })
  await record(tx, { what: 'claim-came', by: null, about: claim.organisation_id, at: now })
  const others = (await entriesToCompare(tx)).filter((one) => one.id !== claim.organisation_id)
  const isRun = (await whyNotClaimed(tx, claim.organisation_id, now)) !== null
  if (!isRun && checkedBy(claim, claim.email, others) === 'domain')
    await acceptClaim(tx, claim, { by: null, telling })
  await tellContact(tx, claim, telling)
}

interface Accepting {
  /** Who at the office; null where the organisation's own domain said it. */
  by: string | null
  telling: Telling
}

/** From now on whoever claimed it acts for it. */
export async function acceptClaim(tx: Tx, claim: Claim, { by, telling }: Accepting): Promise<void> {
  const { now, url } = telling
  const { id, organisation_id, email, name, language, kind, slug } = claim
  if (email === null || name === null) return
  const person = await knownOrNew(tx, { email, name, language }, now)
  const decided = { decided_at: now, decided_by: by, checked_by: by ? 'office' : 'domain' } as const
  await changeClaim(tx, id, { state: 'accepted', ...decided })
  await addPost(tx, {
    ...{ id: newId(), organisation_id, person_id: person.id, kind, title: null, from_day: localDate(now) },
    ...{ until_day: null, given_by: by, given_at: now, ended_at: null, ended_by: null, told_at: null },
  })
  await record(tx, { what: 'claim-accepted', by, about: organisation_id, at: now })
  const link = url(language, `/network/organisations/${slug}/edit`)
  const told = { id, name: claim.organisation, answer: 'accept', reason: null } as const
  await queueMail(tx, claimAnswerMail({ email, name, language }, told, link), now)
}

/** The address that everybody writes to is told that somebody has asked, and how to say that it is wrong. */
async function tellContact(tx: Tx, claim: Claim, { now, url }: Telling): Promise<void> {
  const { contact_email, email, slug, organisation_id } = claim
  const language = languageOf({ about: claim.about, name: claim.organisation })
  if (!contact_email || contact_email === email) return
  const about = { id: organisation_id, name: claim.organisation }
  const link = url(language, `/network/organisations/${slug}`)
  await queueMail(tx, toldContactMail({ to: contact_email, language }, about, link), now)
}
