import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { organisationsInDirectory } from '#network/index.ts'
import { queueMail, queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { signatoriesBesideDirectory } from '../agreement/signatories.sql.ts'
import type { Db, Reads, Tx } from '../tables.ts'
import { addAsked, addLink, askedOrganisations, markReminded, replaceLinks, silent } from './asked.sql.ts'
import { isTimeToRemind, knownOf, surveyState } from './survey.rules.ts'
import { type Survey, surveys, surveyWithId } from './survey.sql.ts'
import { askMail, remindMail, type UrlOf } from './survey.mail.ts'

export interface Letters {
  now: Instant
  url: UrlOf
}

/** Sends open surveys to all who have not got them, and reminds once those who have not answered. */
export async function sendSurveys(db: Db, letters: Letters): Promise<void> {
  for (const { id } of await openOnes(db, letters.now)) {
    await decide(db, 'survey', id, async (tx) => {
      const survey = found(await surveyWithId(tx, id), 'survey')
      await askAll(tx, survey, letters)
    })
    await remindAll(db, id, letters)
  }
}

const openOnes = async (db: Reads, now: Instant): Promise<Survey[]> =>
  (await surveys(db)).filter((one) => surveyState(one, localDate(now)) === 'open')

/** Organisations of the directory with an address that everybody may know, and those who joined the agreement beside it. */
async function reachableOrganisations(tx: Tx) {
  const listed = (await organisationsInDirectory(tx)).flatMap(({ id, name, sector, kind, contact_email }) =>
    contact_email ? [{ organisation_id: id, name, sector, kind, email: contact_email }] : [],
  )
  const known = new Set(listed.map(({ email }) => email.toLowerCase()))
  const beside = (await signatoriesBesideDirectory(tx)).flatMap(({ organisation_name, email }) =>
    email && !known.has(email.toLowerCase())
      ? [{ organisation_id: null, name: { sv: organisation_name }, sector: null, kind: null, email }]
      : [],
  )
  return [...listed, ...beside]
}

/**
 * Everybody who can be reached is asked, all on the first day: what an answer may know of its sender depends on how many
 * are like it.
 */
async function askAll(tx: Tx, survey: Survey, { now, url }: Letters): Promise<void> {
  if ((await askedOrganisations(tx, survey.id)).length > 0) return
  const reachable = await reachableOrganisations(tx)
  if (reachable.length === 0) return
  const known = knownOf(reachable)
  const asked = reachable.map((one, index) => ({
    ...{ id: newId(), survey_id: survey.id, organisation_id: one.organisation_id, email: one.email },
    ...{ sector: known[index]?.sector ?? null, kind: known[index]?.kind ?? null },
    ...{ asked_at: now, reminded_at: null },
  }))
  await addAsked(tx, asked)
  const tokens = asked.map(({ id }) => ({ id, token: newToken() }))
  await addLink(
    tx,
    tokens.map(({ id, token }) => linkRow(id, token, now)),
  )
  const mails = tokens.map(({ token }, index) =>
    askMail({ survey, to: asked[index]?.email ?? '', name: reachable[index]?.name ?? {}, token, url }),
  )
  await queueMails(tx, mails, now)
  const detail = { year: survey.year, count: asked.length }
  await record(tx, { what: 'survey-sent', by: null, about: survey.id, at: now, detail })
}

const linkRow = (asked_id: string, token: string, now: Instant) => ({
  ...{ token_hash: hashOf(token), asked_id, created_at: now, replaced_at: null },
})

async function remindAll(db: Db, surveyId: string, { now, url }: Letters): Promise<void> {
  const survey = found(await surveyWithId(db, surveyId), 'survey')
  if (!isTimeToRemind(survey.closes_on, localDate(now))) return
  for (const { id } of await silent(db, surveyId))
    await decide(db, 'survey_asked', id, async (tx) => {
      // Answered a moment ago, perhaps: looked at again now that nobody else decides about it.
      const one = (await silent(tx, surveyId)).find((other) => other.id === id)
      if (!one?.email) return
      await markReminded(tx, id, now)
      // Only the checksum of the first link is kept, so the reminder brings another in its place.
      await replaceLinks(tx, id, now)
      const token = newToken()
      await addLink(tx, [linkRow(id, token, now)])
      await queueMail(tx, remindMail({ survey, to: one.email, name: one.name ?? {}, token, url }), now)
    })
}
