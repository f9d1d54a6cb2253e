import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import { type FollowedKind, isShown } from './following.rules.ts'

export const followerWithEmail = (db: Reads, email: string) =>
  db.selectFrom('thread_follower').selectAll().where('email', '=', email).executeTakeFirst()

export const followerWithId = (db: Reads, id: string) =>
  db.selectFrom('thread_follower').selectAll().where('id', '=', id).executeTakeFirst()

export type Follower = NonNullable<Awaited<ReturnType<typeof followerWithId>>>

/** Those with something confirmed who have had no mail yet that day. */
export const followersToLookAfter = (db: Reads, today: string) =>
  db
    .selectFrom('thread_follower')
    .selectAll()
    .where((eb) => eb.or([eb('mailed_on', 'is', null), eb('mailed_on', '<', today)]))
    .where('id', 'in', (sub) =>
      sub.selectFrom('thread_wish').select('follower_id').where('confirmed_at', 'is not', null),
    )
    .orderBy('id')
    .execute()

export const confirmedWishes = (db: Reads, followerId: string) =>
  db
    .selectFrom('thread_wish')
    .selectAll()
    .where('follower_id', '=', followerId)
    .where('confirmed_at', 'is not', null)
    .orderBy('confirmed_at')
    .orderBy('id')
    .execute()

export type Wish = Awaited<ReturnType<typeof confirmedWishes>>[number]

/** How many want to hear of something, where they are so many that the number points at nobody. */
export async function followersOf(db: Reads, kind: FollowedKind, thingId: string): Promise<number | null> {
  const { count } = await db
    .selectFrom('thread_wish')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return isShown(count) ? count : null
}

export const wishWithId = (db: Reads, id: string) =>
  db.selectFrom('thread_wish').selectAll().where('id', '=', id).executeTakeFirst()

export const wishAbout = (db: Reads, followerId: string, about: { kind: FollowedKind; thing_id: string }) =>
  db
    .selectFrom('thread_wish')
    .selectAll()
    .where('follower_id', '=', followerId)
    .where('kind', '=', about.kind)
    .where('thing_id', '=', about.thing_id)
    .executeTakeFirst()

export const linkWithHash = (db: Reads, hash: string) =>
  db.selectFrom('thread_link').selectAll().where('token_hash', '=', hash).executeTakeFirst()

export const toldTo = async (db: Reads, followerId: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('thread_told')
    .select('bead')
    .where('follower_id', '=', followerId)
    .execute()
  return new Set(rows.map(({ bead }) => bead))
}

export async function keepTold(db: Writes, follower_id: string, beads: readonly string[], at: Instant) {
  if (beads.length === 0) return
  await db
    .insertInto('thread_told')
    .values(beads.map((bead) => ({ follower_id, bead, at })))
    .execute()
}

/** Forgets somebody with all that hangs on them, once they wish for nothing more. */
export const forgetFollower = (db: Writes, id: string) =>
  db
    .deleteFrom('thread_follower')
    .where('id', '=', id)
    .where('id', 'not in', (sub) => sub.selectFrom('thread_wish').select('follower_id'))
    .executeTakeFirst()
