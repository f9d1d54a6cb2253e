import { decide, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { withinLimits } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { confirmMail } from './following.mail.ts'
import { confirmDays, type FollowedKind, knownAtFirst, type Tiding } from './following.rules.ts'
import {
  confirmedWishes,
  followerWithEmail,
  forgetFollower,
  keepTold,
  linkWithHash,
  toldTo,
  wishAbout,
  wishWithId,
} from './following.sql.ts'
import { followingToday } from './tidings.ts'

export interface Followed {
  kind: FollowedKind
  id: string
  /** What it is called in the visitor's language. */
  name: string
}

export interface Asking {
  now: Instant
  url: (language: Language, path: string) => string
  /** The visitor's network, for limits alone. */
  from: string
  language: Language
}

const day = 24 * 60 * 60
const mailsPerAddress = { max: 6, windowSeconds: day }
/** A whole conference room shares one network. */
const wishesPerNetwork = { max: 80, windowSeconds: 60 * 60 }

/** Asks the owner of an address whether they want to be told. Whether they follow it already, nobody learns. */
export const wishToHear = (db: Db, about: Followed, email: string, by: Asking): Promise<'too-many' | null> =>
  transact(db, async (tx) => {
    const limits = [
      { key: `thread:network:${by.from}`, ...wishesPerNetwork },
      { key: `thread:address:${hashOf(email)}`, ...mailsPerAddress },
    ]
    if (!(await withinLimits(tx, limits, by.now))) return 'too-many'
    const wish = await wishOf(tx, about, email, by)
    const token = newToken()
    const link = { follower_id: wish.follower_id, wish_id: wish.id, created_at: by.now }
    await tx
      .insertInto('thread_link')
      .values({ token_hash: hashOf(token), ...link })
      .execute()
    const href = by.url(by.language, `/thread/following/${token}`)
    const mail = confirmMail({ email, language: by.language, name: about.name, link: href })
    await queueMail(tx, { ...mail, about: wish.follower_id }, by.now)
    return null
  })

async function wishOf(tx: Writes, { kind, id }: Followed, email: string, { now, language }: Asking) {
  const row = { id: newId(), email, language, mailed_on: null, created_at: now }
  await tx
    .insertInto('thread_follower')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const follower = found(await followerWithEmail(tx, email), 'follower')
  const about = { kind, thing_id: id }
  await tx
    .insertInto('thread_wish')
    .values({ id: newId(), follower_id: follower.id, ...about, asked_at: now, confirmed_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['follower_id', 'kind', 'thing_id'])
        .doUpdateSet({ asked_at: now })
        .where('thread_wish.confirmed_at', 'is', null),
    )
    .execute()
  return found(await wishAbout(tx, follower.id, about), 'wish')
}

/** The owner says that it was them. What is there by then they can read for themselves; the rest they are told. */
export async function confirmWish(
  db: Db,
  token: string,
  { now, language }: Pick<Asking, 'now' | 'language'>,
): Promise<'too-late' | null> {
  const link = found(await linkWithHash(db, hashOf(token)), 'link')
  return decide(db, 'thread_follower', link.follower_id, async (tx) => {
    const wish = found(await wishWithId(tx, link.wish_id ?? ''), 'wish')
    if (wish.confirmed_at !== null) return null
    if (plus(wish.asked_at, { days: confirmDays }) < now) return 'too-late'
    const others: Tiding[] = []
    for (const other of await confirmedWishes(tx, link.follower_id))
      others.push(...(await followingToday(tx, other.kind, other.thing_id)))
    const told = await toldTo(tx, link.follower_id)
    const known = knownAtFirst(await followingToday(tx, wish.kind, wish.thing_id), others, told)
    await tx.updateTable('thread_wish').set({ confirmed_at: now }).where('id', '=', wish.id).execute()
    await tx.updateTable('thread_follower').set({ language }).where('id', '=', link.follower_id).execute()
    await keepTold(tx, link.follower_id, known, now)
    return null
  })
}

/** Ends one wish, or all of somebody's; whoever wishes for nothing more is forgotten. */
export async function endWishes(db: Db, token: string, wishId: string | null): Promise<void> {
  const { follower_id } = found(await linkWithHash(db, hashOf(token)), 'link')
  await decide(db, 'thread_follower', follower_id, async (tx) => {
    const gone = tx.deleteFrom('thread_wish').where('follower_id', '=', follower_id)
    await (wishId === null ? gone : gone.where('id', '=', wishId)).execute()
    await forgetFollower(tx, follower_id)
  })
}
