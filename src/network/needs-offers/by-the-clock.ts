import { setImmediate as nextRound } from 'node:timers/promises'
import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { dateMonthsAfter, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { weeksUntilAsked } from './answer.rules.ts'
import { endEntry, entryWithId } from './entries.sql.ts'
import { daysToAnswer, monthsKept } from './entry.rules.ts'
import { entriesToAsk, setEntryAsked, unansweredEntries, wipeAskFor } from './forget.sql.ts'
import { forgetLinks } from './links.sql.ts'
import { introducedBefore, setAsked } from './matches.sql.ts'
import { entriesWithRoomAgain } from './room-again.sql.ts'
import { tell, type Telling } from './tell.ts'
import { wipeSearches } from './waiting.sql.ts'
import { suggestAndTell } from './write-entry.ts'

// A week, so that a morning on which the machine stood still is made up for.
const daysBack = 7

/**
 * Every morning: what has come to its last day is asked about, what nobody answered for ends, new suggestions are made
 * where there is room again, and introductions are asked about some weeks later.
 */
export async function followNeedsOffers(db: Db, telling: Telling): Promise<void> {
  await askWhetherStillSo(db, telling)
  await endUnanswered(db, telling)
  const [since, today] = [plus(telling.now, { days: -daysBack }), localDate(telling.now)]
  for (const id of await entriesWithRoomAgain(db, { since, sinceDay: localDate(since), today })) {
    // Whoever asks for a page meanwhile goes first.
    await nextRound()
    await decide(db, 'need_offer', id, async (tx) => {
      const entry = found(await entryWithId(tx, id), 'entry')
      if (!entry.ended_at) await suggestAndTell(tx, entry, telling)
    })
  }
  await askHowItWent(db, telling)
}

async function askWhetherStillSo(db: Db, telling: Telling): Promise<void> {
  const { now } = telling
  for (const { id } of await entriesToAsk(db, localDate(now)))
    await decide(db, 'need_offer', id, async (tx) => {
      const entry = found(await entryWithId(tx, id), 'entry')
      if (entry.ended_at || entry.asked_at || entry.until_day >= localDate(now)) return
      await setEntryAsked(tx, id, now)
      await tell(tx, entry, { kind: 'still', path: `/entries/${id}` }, telling)
    })
}

async function endUnanswered(db: Db, { now }: Telling): Promise<void> {
  for (const { id } of await unansweredEntries(db, plus(now, { days: -daysToAnswer })))
    await decide(db, 'need_offer', id, async (tx) => {
      const entry = found(await entryWithId(tx, id), 'entry')
      if (entry.ended_at || !entry.asked_at) return
      await endEntry(tx, id, { at: now, because: 'no-answer' })
      await record(tx, {
        ...{ what: 'need-offer-ended', by: null, about: id, at: now },
        detail: { because: 'no-answer' },
      })
    })
}

async function askHowItWent(db: Db, telling: Telling): Promise<void> {
  const { now } = telling
  for (const { id } of await introducedBefore(db, plus(now, { days: -weeksUntilAsked * 7 })))
    await decide(db, 'need_match', id, async (tx) => {
      const match = (await introducedBefore(tx, now)).find((one) => one.id === id)
      if (!match) return
      await setAsked(tx, id, now)
      for (const entryId of [match.need_id, match.offer_id]) {
        const entry = await entryWithId(tx, entryId)
        if (entry) await tell(tx, entry, { kind: 'how-it-went', path: `/suggestions/${id}` }, telling)
      }
    })
}

/** Every night: whom to ask for, and whom the office asked, go some months after the end, and links that have grown old. */
export const forgetAskedFor = (db: Db, now: Instant): Promise<void> =>
  transact(db, async (tx) => {
    const endedBefore = instantAt(dateMonthsAfter(localDate(now), -monthsKept), '00:00')
    await wipeAskFor(tx, endedBefore)
    await wipeSearches(tx, endedBefore)
    await forgetLinks(tx, now)
  })
