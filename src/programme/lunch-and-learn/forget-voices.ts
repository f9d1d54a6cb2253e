import { transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { recordAll } from '#platform/record.ts'
import { datePlus, dateMonthsAfter, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { confirmDays, monthsKept, offerMonths } from './address.rules.ts'
import {
  closeOffers,
  forgetOffers,
  forgetVoicesOf,
  needsOverSince,
  removeUnconfirmed,
  staleOffers,
} from './forget.sql.ts'

/**
 * Every night: addresses that nobody confirmed go after a week, and those of needs and offers that have ended after
 * three months. What remains are numbers, and words that name nobody.
 */
export function forgetVoices(db: Db, now: Instant): Promise<void> {
  return transact(db, async (tx) => {
    const today = localDate(now)
    await removeUnconfirmed(tx, plus(now, { days: -confirmDays }))
    const before = instantAt(datePlus(dateMonthsAfter(today, -monthsKept), 1), '00:00')
    const needs = await needsOverSince(tx, before)
    await forgetVoicesOf(tx, needs, now)
    await closeOffers(tx, instantAt(dateMonthsAfter(today, -offerMonths), '00:00'), now)
    const offers = await staleOffers(tx, before)
    await forgetOffers(tx, offers, now)
    await forgetReceivers(tx, [...needs, ...offers])
    const happenings = [...needs, ...offers].map((about) => ({
      what: 'asked-forgotten',
      by: null,
      about,
      at: now,
    }))
    await recordAll(tx, happenings)
  })
}
