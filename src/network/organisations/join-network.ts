import * as z from 'zod'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line, several } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { json } from '#platform/db.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { record } from '#platform/record.ts'
import { limitFor, type Sender } from '#platform/sender.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db, Reads } from '../tables.ts'
import {
  addApplication,
  applicationWithId,
  applicationWithToken,
  changeApplication,
} from './applications.sql.ts'
import { conditions, confirmDays, mayComplete } from './join.rules.ts'
import { confirmJoiningMail } from './joining.mail.ts'
import { namesToSearch } from './organisations.sql.ts'
import { kindsIn } from './profile.rules.ts'
import { optionalNumber, profileFields } from './save-organisation.ts'
import type { ApplicationRow, AppliedProfile } from './tables.ts'
import type { Telling } from './telling.ts'

const sentenceMax = 600

const shape = z.object({
  /** Made when the form is shown, so that a form that is sent twice is one application. */
  id: z.uuid(),
  ...profileFields,
  kind: z.enum(kindsIn['civil-society'] as [string, ...string[]], 'network.form.kind-missing'),
  number: optionalNumber,
  conditions: several(conditions).refine((all) => new Set(all).size === conditions.length, {
    error: 'organisations.join.conditions-missing',
  }),
  how_democratic: line(sentenceMax, 'organisations.join.how-missing'),
  person_name: line(120, 'organisations.join.name-missing'),
  language: z.enum(languages, 'platform.form.choose'),
})

/** Nobody's personal number becomes part of a directory, whichever field it was written in. */
const holdsNumber = (form: z.output<typeof shape>): boolean =>
  withoutPersonalNumbers(
    [
      ...[form.name, form.about, form.for_whom].flatMap((texts) => Object.values(texts)),
      form.how_democratic,
    ].join('\n'),
  ).found > 0

const numberless = { error: 'organisations.join.personal-number', path: ['how_democratic'] }

export const JoinForm = shape.refine((form) => !holdsNumber(form), numberless)
export const JoinFormOfGuest = shape
  .extend({ email: emailAddress })
  .refine((form) => !holdsNumber(form), numberless)
export type JoinForm = z.output<typeof JoinForm>

const profileOf = (form: JoinForm): AppliedProfile => ({
  ...{ name: form.name, about: form.about, for_whom: form.for_whom, areas: form.areas },
  ...{ languages: form.languages, website: form.website, contact_email: form.contact_email },
  kind: form.kind as AppliedProfile['kind'],
  contact_is_shown: form.contact_is_shown === 1,
})

/**
 * Takes in a form. The office sees it once its address is confirmed, everybody else once it is verified. Everybody gets
 * the same answer, so nobody learns whose address is known here.
 */
export function joinNetwork(
  db: Db,
  form: JoinForm,
  sender: Sender,
  { now, url }: Telling,
): Promise<'too-many' | null> {
  return transact(db, async (tx) => {
    if (await applicationWithId(tx, form.id)) return null
    const limit = await limitFor(tx, 'join-network', sender, now)
    if (limit === 'too-many') return limit
    const token = newToken()
    const confirmed = sender.isKnown ? now : null
    await addApplication(tx, {
      ...{ id: form.id, token_hash: hashOf(token), state: sender.isKnown ? 'waiting' : 'unconfirmed' },
      ...{ profile: json(profileOf(form)), search_text: namesToSearch(form.name), number: form.number },
      ...{ person_name: form.person_name, email: sender.email, language: form.language },
      ...{ conditions_at: now, how_democratic: form.how_democratic, asked_at: now },
      ...{ confirmed_at: confirmed, waiting_since: confirmed, decided_at: null, decided_by: null },
      ...{ reason: null, organisation_id: null, wiped_at: null },
    })
    if (sender.isKnown) await record(tx, { what: 'join-asked', by: null, about: form.id, at: now })
    if (!limit.mailAt) return null
    const link = url(form.language, `/network/join/mine/${token}`)
    const to = { email: sender.email, name: form.person_name, language: form.language }
    await queueMail(tx, confirmJoiningMail(to, form, link, sender.isKnown), now, limit.mailAt)
    return null
  })
}

/** The application behind a mailed link, as long as the link is good. */
export async function applicationLinked(
  db: Reads,
  token: string,
  now: Instant,
): Promise<ApplicationRow | undefined> {
  const one = await applicationWithToken(db, hashOf(token))
  const isOld = one?.state === 'unconfirmed' && plus(one.asked_at, { days: confirmDays }) < now
  return isOld || one?.wiped_at ? undefined : one
}

/** From now on the office sees it. Pressing again changes nothing. */
export const confirmApplication = (db: Db, id: string, now: Instant): Promise<void> =>
  decide(db, 'organisation_application', id, async (tx) => {
    const one = found(await applicationWithId(tx, id), 'application')
    if (one.state !== 'unconfirmed') return
    await changeApplication(tx, id, { state: 'waiting', confirmed_at: now, waiting_since: now })
    await record(tx, { what: 'join-asked', by: null, about: id, at: now })
  })

/** Puts right what was written, or completes what the office asked about: then it is the office's turn again. */
export const completeApplication = (
  db: Db,
  id: string,
  form: JoinForm,
  now: Instant,
): Promise<'decided-already' | null> =>
  decide(db, 'organisation_application', id, async (tx) => {
    const one = found(await applicationWithId(tx, id), 'application')
    if (!mayComplete(one.state)) return 'decided-already'
    await changeApplication(tx, id, {
      ...{ profile: json(profileOf(form)), search_text: namesToSearch(form.name), number: form.number },
      ...{ person_name: form.person_name, how_democratic: form.how_democratic, language: form.language },
      ...{ state: 'waiting', waiting_since: one.state === 'waiting' ? one.waiting_since : now },
    })
    await record(tx, { what: 'join-completed', by: null, about: id, at: now })
    return null
  })

/** Whoever applied changes their mind. */
export const withdrawApplication = (db: Db, id: string, now: Instant): Promise<'decided-already' | null> =>
  decide(db, 'organisation_application', id, async (tx) => {
    const one = found(await applicationWithId(tx, id), 'application')
    if (one.state === 'withdrawn') return null
    if (one.state === 'verified' || one.state === 'turned-down') return 'decided-already'
    await changeApplication(tx, id, { state: 'withdrawn' })
    await record(tx, { what: 'join-withdrawn', by: null, about: id, at: now })
    return null
  })
