import { decide, transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { countEvent } from '../who-met/count-who-met.ts'
import { wipeAnswersDue } from './answers.sql.ts'
import { addressesAt, eventsToForget, forgetNames } from './forget.sql.ts'
import { authorsKeptDays, signUpsKeptDays } from './keep.rules.ts'
import { forgetAuthors } from './proposals.sql.ts'

/** What is kept so many days after an event is due at all events that ended before this. */
const endedBefore = (now: Instant, days: number): Instant =>
  instantAt(datePlus(localDate(now), 1 - days), '00:00')

/** Wipes answers on the date that their form showed, and cuts the tie between proposals and their authors. */
export function wipeAnswers(db: Db, now: Instant): Promise<number> {
  return transact(db, async (tx) => {
    const wiped = Number((await wipeAnswersDue(tx, localDate(now))).numDeletedRows)
    const authors = Number((await forgetAuthors(tx, endedBefore(now, authorsKeptDays))).numUpdatedRows)
    if (wiped + authors > 0)
      await record(tx, {
        what: 'answers-wiped',
        by: null,
        about: 'answers',
        at: now,
        detail: { wiped, authors },
      })
    return wiped + authors
  })
}

/**
 * Forgets who signed up, on the date that the form showed: names, addresses, organisations, links, the addresses of
 * mails about it, and reasons that may name somebody. Numbers by capacity and attendance stay. Returns how many
 * events it concerned.
 */
export async function forgetSignUps(db: Db, now: Instant): Promise<number> {
  const due = await eventsToForget(db, endedBefore(now, signUpsKeptDays))
  for (const { id } of due) await forgetEvent(db, id, now)
  return due.length
}

const forgetEvent = (db: Db, id: string, now: Instant): Promise<void> =>
  decide(db, 'event', id, async (tx) => {
    await countEvent(tx, id, now)
    const people = await addressesAt(tx, id)
    const emails = people.flatMap(({ email }) => email ?? [])
    await forgetReceivers(
      tx,
      people.map((one) => one.id),
    )
    await forgetReceivers(tx, [id], emails)
    await forgetNames(tx, id, now)
    if (people.length === 0) return
    const detail = { signUps: people.length }
    await record(tx, { what: 'sign-ups-forgotten', by: null, about: id, at: now, detail })
  })
