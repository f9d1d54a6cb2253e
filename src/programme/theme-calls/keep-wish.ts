import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { callWithId } from './calls.sql.ts'
import { changeSupport, type LinkedSupport, removeSupport, supportOfLink } from './proposals.sql.ts'
import { recordPart } from './take-part.ts'
import { isSet, type ConfirmRefusal, refusalToConfirm, refusalToPropose } from './theme-call.rules.ts'

export const wishOfToken = (db: Db, token: string): Promise<LinkedSupport | undefined> =>
  supportOfLink(db, hashOf(token))

/** The owner of the address says that it was them. Pressing again changes nothing. */
export function confirmWish(db: Db, token: string, now: Instant): Promise<ConfirmRefusal | null> {
  return withWish(db, token, async (tx, wish) => {
    if (wish.confirmed_at) return null
    const call = found(await callWithId(tx, wish.call_id), 'call')
    const refusal = refusalToConfirm(wish.asked_at, isSet(call), now)
    if (refusal) return refusal
    await changeSupport(tx, wish.id, { confirmed_at: now })
    await recordPart(tx, wish, now)
    return null
  })
}

/** From now on they are told of the theme, or not. */
export const setNews = (db: Db, token: string, wantsNews: boolean): Promise<null> =>
  withWish(db, token, async (tx, { id }) => {
    await changeSupport(tx, id, { wants_news: wantsNews ? 1 : 0 })
    return null
  })

/** Whoever seconded may take it back for as long as others may second; a proposal has others behind it. */
export const mayTakeBack = (
  { kind }: Pick<LinkedSupport, 'kind'>,
  call: { opens_at: Instant; closes_at: Instant; decided_at: Instant | null },
  now: Instant,
): boolean => kind === 'seconded' && refusalToPropose(call, call.decided_at !== null, now) === null

export const takeBack = (db: Db, token: string, now: Instant): Promise<null> =>
  withWish(db, token, async (tx, wish) => {
    const call = found(await callWithId(tx, wish.call_id), 'call')
    if (mayTakeBack(wish, call, now)) await removeSupport(tx, wish.id)
    return null
  })

/** One decision about the wish that a link is about, in the line of its call. */
async function withWish<R>(
  db: Db,
  token: string,
  work: (tx: Db, wish: LinkedSupport) => Promise<R>,
): Promise<R> {
  const { call_id } = found(await wishOfToken(db, token), 'wish')
  return decide(db, 'theme_call', call_id, async (tx) =>
    work(tx, found(await supportOfLink(tx, hashOf(token)), 'wish')),
  )
}
