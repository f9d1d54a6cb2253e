import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { callWithId } from './calls.sql.ts'
import {
  changeSupport,
  type LinkedSupport,
  removeProposal,
  removeSupport,
  secondersOf,
  supportOfLink,
} from './proposals.sql.ts'
import { recordPart } from './take-part.ts'
import {
  type ConfirmRefusal,
  isSet,
  refusalToConfirm,
  refusalToTakeBack,
  type TakeBackRefusal,
} from './theme-call.rules.ts'

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

/** Takes back a support, or with nobody else behind it the whole proposal. */
export const takeBack = (db: Db, token: string, now: Instant): Promise<TakeBackRefusal | null> =>
  withWish(db, token, async (tx, wish) => {
    const call = found(await callWithId(tx, wish.call_id), 'call')
    const behind = { kind: wish.kind, seconders: await secondersOf(tx, wish.proposal_id) }
    const refusal = refusalToTakeBack(behind, call, isSet(call), now)
    if (refusal) return refusal
    await (wish.kind === 'proposed' ? removeProposal(tx, wish.proposal_id) : removeSupport(tx, wish.id))
    await record(tx, { what: 'theme-taken-back', by: null, about: wish.call_id, at: now })
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
