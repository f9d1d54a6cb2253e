import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { applicationWithId, changeApplication } from './applications.sql.ts'
import { answers, type DecideJoinRefusal, type JoinAnswer, refusalToAnswer } from './join.rules.ts'
import { joinAnswerMail } from './joining.mail.ts'
import { knownOrNew } from './known-person.ts'
import { addOrganisation, organisationNamed, organisationNumbered } from './organisations.sql.ts'
import { addPost } from './posts.sql.ts'
import { slugFor } from './save-organisation.ts'
import type { ApplicationRow } from './tables.ts'
import type { Telling } from './telling.ts'

export const AnswerJoining = z.object({
  answer: z.enum(answers, 'platform.form.choose'),
  reason: optionalParagraphs(2000),
})

const states = { verify: 'verified', 'ask-to-complete': 'to-complete', 'turn-down': 'turned-down' } as const

/** Verifies an organisation, asks for more, or turns it down with a reason; they are told in their language. */
export function decideApplication(
  db: Db,
  by: Member,
  id: string,
  form: z.output<typeof AnswerJoining>,
  telling: Telling,
): Promise<DecideJoinRefusal | null> {
  return decide(db, 'organisation_application', id, async (tx) => {
    const one = found(await applicationWithId(tx, id), 'application')
    const { answer, reason } = form
    const refusal = refusalToAnswer({ state: one.state, answer, reason, ...(await taken(tx, one)) })
    if (refusal) return refusal
    const { now } = telling
    const token = newToken()
    const slug = answer === 'verify' ? await verify(tx, one, by, telling) : null
    if (answer === 'turn-down')
      await changeApplication(tx, id, { state: 'turned-down', reason, decided_at: now, decided_by: by.id })
    // The newest mail brings the way in: of the links before it only checksums are left.
    if (answer === 'ask-to-complete')
      await changeApplication(tx, id, { state: 'to-complete', reason, token_hash: hashOf(token) })
    await record(tx, { what: `join-${states[answer]}`, by: by.id, about: id, at: now })
    await tell(tx, one, { answer, reason, path: pathFor(answer, slug, token) }, telling)
    return null
  })
}

async function taken(tx: Tx, { profile, number }: ApplicationRow) {
  const names = await Promise.all(Object.values(profile.name).map((name) => organisationNamed(tx, name)))
  const numbered = number ? await organisationNumbered(tx, number) : undefined
  return { isNameTaken: names.some(Boolean), isNumberTaken: Boolean(numbered) }
}

/** From now on everybody finds it, and whoever applied acts for it. */
async function verify(tx: Tx, one: ApplicationRow, by: Member, { now }: Telling): Promise<string> {
  const { contact_is_shown, ...profile } = one.profile
  const organisationId = newId()
  const slug = await slugFor(tx, profile.name, organisationId)
  await addOrganisation(tx, {
    ...{ ...profile, id: organisationId, slug, sector: 'civil-society', number: one.number, place: null },
    ...{ contact_is_shown: contact_is_shown ? 1 : 0, created_at: now, changed_at: now },
  })
  await changeApplication(tx, one.id, {
    ...{ state: 'verified', organisation_id: organisationId, decided_at: now, decided_by: by.id },
  })
  const { email, person_name: name, language } = one
  if (email && name) {
    const person = await knownOrNew(tx, { email, name, language }, now)
    await addPost(tx, {
      ...{ id: newId(), organisation_id: organisationId, person_id: person.id, kind: 'contact', title: null },
      ...{ from_day: localDate(now), until_day: null, given_by: by.id, given_at: now },
      ...{ ended_at: null, ended_by: null, told_at: null },
    })
  }
  await record(tx, { what: 'organisation-added', by: by.id, about: organisationId, at: now })
  return slug
}

interface Told {
  answer: JoinAnswer
  reason: string | null
  path: string
}

function pathFor(answer: JoinAnswer, slug: string | null, token: string): string {
  if (slug !== null) return `/network/organisations/${slug}`
  return answer === 'turn-down' ? '/network/join' : `/network/join/mine/${token}`
}

async function tell(tx: Tx, one: ApplicationRow, told: Told, { now, url }: Telling): Promise<void> {
  const { email, person_name: name, language } = one
  if (!email || !name) return
  const link = url(language, told.path)
  await queueMail(tx, joinAnswerMail({ email, name, language }, one, told, link), now)
}
