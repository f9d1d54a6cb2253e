import { decide } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { type Mail, queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Db, Reads, Tx } from '../tables.ts'
import { aliveMail, type UrlOf } from './alive.mail.ts'
import { type Entry, linkKeptDays, nextStep, touchedOn } from './alive.rules.ts'
import {
  addAsking,
  addLink,
  askableEntries,
  askAgain,
  coordinatorsToAsk,
  endAsking,
  forgetLinks,
  organisationsToAsk,
} from './asking.sql.ts'
import { addStep } from './partnerships.sql.ts'

interface Letters {
  now: Instant
  url: UrlOf
}

type Row = Awaited<ReturnType<ReturnType<typeof askableEntries>['execute']>>[number]

const entryOf = (row: Row): Entry => ({
  ...{ state: row.state, changedAt: row.changed_at, confirmedAt: row.confirmed_at },
  agreedUntil: row.agreed_until,
  asking: row.asked_at === null ? null : { askedAt: row.asked_at, askedAgainAt: row.asked_again_at },
  lastEndedAt: row.last_ended_at,
})

/** Asks those who are part of an entry whether it lives, once more after a month, and then shows that nobody answered. */
export async function askWhetherAlive(db: Db, letters: Letters): Promise<void> {
  const today = localDate(letters.now)
  for (const { id } of (await askableEntries(db).execute()).filter((row) => nextStep(entryOf(row), today)))
    await decide(db, 'partnership', id, async (tx) => {
      // Answered or changed a moment ago, perhaps.
      const row = await askableEntries(tx).where('partnership.id', '=', id).executeTakeFirst()
      if (row) await takeStep(tx, row, letters)
    })
  await forgetLinks(db, plus(letters.now, { days: -linkKeptDays }))
}

async function takeStep(tx: Tx, row: Row, { now, url }: Letters): Promise<void> {
  const { id } = row
  const entry = entryOf(row)
  const next = nextStep(entry, localDate(now))
  if (next === null) return
  if (next === 'show-unconfirmed') {
    await endAsking(tx, id, { outcome: 'unconfirmed', at: now })
    const since = { unconfirmed_since: touchedOn(entry) }
    await tx.updateTable('partnership').set(since).where('id', '=', id).execute()
    await addStep(tx, { id, kind: 'unconfirmed', at: now })
    await record(tx, { what: 'partnership-unconfirmed', by: null, about: id, at: now })
    return
  }
  const askingId = row.asking_id ?? newId()
  if (next === 'ask') await addAsking(tx, { id: askingId, partnership_id: id, asked_at: now })
  else await askAgain(tx, askingId, now)
  await queueMails(tx, await lettersTo(tx, row, { askingId, again: next === 'ask-again', now, url }), now)
  const kind = next === 'ask' ? 'asked' : 'asked-again'
  await addStep(tx, { id, kind, at: now })
  await record(tx, { what: `partnership-${kind}`, by: null, about: id, at: now })
}

/** One letter for each address, with a link of its own; nobody is written to twice. */
async function lettersTo(
  tx: Tx,
  row: Row,
  { askingId, again, now, url }: Letters & { askingId: string; again: boolean },
): Promise<Mail[]> {
  const touched = touchedOn(entryOf(row))
  const mails = new Map<string, Mail>()
  for (const to of await receiversOf(tx, row.id)) {
    if (mails.has(to.email)) continue
    const token = newToken()
    await addLink(tx, {
      ...{ token_hash: hashOf(token), asking_id: askingId, created_at: now },
      ...{ organisation_id: to.organisationId, party_id: to.partyId },
    })
    mails.set(to.email, aliveMail({ entry: row, to, touched, token, again, url }))
  }
  return [...mails.values()]
}

/** The directory knows no language of an organisation: the letter is Swedish, with a link in each language. */
async function receiversOf(db: Reads, id: string) {
  const organisations = await organisationsToAsk(db, id)
  const people = await coordinatorsToAsk(db, id)
  return [
    ...organisations.map((one) => ({
      ...{ name: one.name, email: one.email, language: 'sv' as const },
      ...{ organisationId: one.id, partyId: null },
    })),
    ...people.map((one) => ({
      ...{ name: one.name, email: one.email, language: one.language },
      ...{ organisationId: null, partyId: one.id },
    })),
  ]
}
