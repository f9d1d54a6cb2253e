import { decide, transact } from '#platform/db.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { forgetReceivers, queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { toldElsewhere } from './elsewhere.sql.ts'
import { newsMail } from './following.mail.ts'
import { confirmDays, keptDays, mayBeMailed, news, type Tiding } from './following.rules.ts'
import {
  confirmedWishes,
  followersToLookAfter,
  followerWithId,
  keepTold,
  toldTo,
  type Wish,
} from './following.sql.ts'
import { followingToday } from './tidings.ts'

interface Means {
  now: Instant
  url: (language: Language, path: string) => string
}

/** Tells everybody what has come of what they wished to hear of: once of each thing, in at most one mail a day. */
export async function tellOfThreads(db: Db, means: Means): Promise<void> {
  const today = localDate(means.now)
  const read = reader(db)
  for (const { id } of await followersToLookAfter(db, today)) {
    // Read before the line is drawn: what comes in between is told tomorrow.
    const wishes = await confirmedWishes(db, id)
    const beads = (await Promise.all(wishes.map(read))).flat()
    await tellOne(db, id, beads, means)
  }
}

/** Many follow the same thing: each thread is read once. */
function reader(db: Db): (wish: Wish) => Promise<Tiding[]> {
  const known = new Map<string, Promise<Tiding[]>>()
  return ({ kind, thing_id }) => {
    const key = `${kind} ${thing_id}`
    const beads = known.get(key) ?? followingToday(db, kind, thing_id)
    known.set(key, beads)
    return beads
  }
}

const tellOne = (db: Db, id: string, beads: readonly Tiding[], { now, url }: Means): Promise<void> =>
  decide(db, 'thread_follower', id, async (tx) => {
    const today = localDate(now)
    const follower = await followerWithId(tx, id)
    // Has stopped a moment ago, or was told by another process.
    if (!follower || !mayBeMailed(follower.mailed_on, today)) return
    if ((await confirmedWishes(tx, id)).length === 0) return
    const told = await toldTo(tx, id)
    const { tell, names } = news(beads, { told, elsewhere: await toldElsewhere(tx, follower.email) })
    await keepTold(tx, id, names, now)
    if (tell.length === 0) return
    const token = newToken()
    await tx
      .insertInto('thread_link')
      .values({ token_hash: hashOf(token), follower_id: id, wish_id: null, created_at: now })
      .execute()
    await tx.updateTable('thread_follower').set({ mailed_on: today }).where('id', '=', id).execute()
    await queueMail(tx, { ...newsMail({ follower, tell, token, url }), about: id }, now)
    await record(tx, { what: 'thread-told', by: null, about: id, at: now, detail: { count: tell.length } })
  })

/** Forgets what nobody confirmed, and after two years those who have not asked again. */
export const forgetThreadFollowers = (db: Db, now: Instant): Promise<void> =>
  transact(db, async (tx) => {
    await tx
      .deleteFrom('thread_wish')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', plus(now, { days: -confirmDays }))
      .execute()
    await tx
      .deleteFrom('thread_wish')
      .where('confirmed_at', '<', plus(now, { days: -keptDays }))
      .execute()
    const gone = await tx
      .deleteFrom('thread_follower')
      .where('id', 'not in', (sub) => sub.selectFrom('thread_wish').select('follower_id'))
      .returning('id')
      .execute()
    await forgetReceivers(
      tx,
      gone.map(({ id }) => id),
    )
  })
