import { decide } from '#platform/db.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import { confirmDays } from './subscription.rules.ts'
import { confirm, end, type LinkedWish, removeUnconfirmed, wishOfLink } from './subscriptions.sql.ts'
import type { Db, Reads, Writes } from './tables.ts'

/** The wish that a mailed link confirms, as long as the link is good. */
export async function wishToConfirm(db: Reads, token: string, now: Instant): Promise<LinkedWish | undefined> {
  const wish = await wishOfLink(db, hashOf(token), 'confirm')
  const isOld = !wish || wish.ended_at !== null || plus(wish.link_created_at, { days: confirmDays }) < now
  return isOld ? undefined : wish
}

/** A wish that ended stays at its link, so that a second press is told the same as the first. */
export const wishToEnd = (db: Reads, token: string): Promise<LinkedWish | undefined> =>
  wishOfLink(db, hashOf(token), 'end')

/** From now on the address is told. Pressing again changes nothing, but for the language of a later wish. */
export const confirmWish = (db: Db, { id, link_language }: LinkedWish, now: Instant): Promise<void> =>
  decide(db, 'subscription', id, async (tx) => {
    await confirm(tx, id, link_language, now)
    await record(tx, { what: 'subscription-confirmed', by: null, about: id, at: now })
  })

export const endWish = (db: Db, { id }: LinkedWish, now: Instant): Promise<void> =>
  decide(db, 'subscription', id, async (tx) => {
    if (await end(tx, id, now)) await record(tx, { what: 'subscription-ended', by: null, about: id, at: now })
  })

/** Forgets every address that was typed by somebody and never confirmed by its owner. */
export const forgetUnconfirmed = (db: Writes, now: Instant): Promise<unknown> =>
  removeUnconfirmed(db, plus(now, { days: -confirmDays }))
