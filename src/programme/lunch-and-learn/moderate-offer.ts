import * as z from 'zod'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { changeOffer, offerWithId } from './offers.sql.ts'
import { tellOffer } from './tell-behind.ts'

export const OfferDecision = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('turn-down'), reason: texts(1000, 'lunch-and-learn.mistake.reason') }),
])

/** Shows an offer to everybody, or turns it down with a reason. */
export function moderateOffer(
  db: Db,
  by: Member,
  id: string,
  form: z.output<typeof OfferDecision>,
  telling: Telling,
): Promise<'cannot-become' | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const offer = found(await offerWithId(tx, id), 'offer')
    const opens = form.do === 'open'
    const isPossible = opens
      ? offer.state === 'new' || offer.state === 'turned-down'
      : offer.state === 'new' || offer.state === 'open'
    if (!isPossible) return 'cannot-become'
    const state = opens ? ('open' as const) : ('turned-down' as const)
    const reason = opens ? null : form.reason
    const decided = { decided_at: at, decided_by: by.id }
    await changeOffer(tx, id, { state, ...decided, reason: reason && json(reason) })
    const what = opens ? 'speaker-opened' : 'speaker-turned-down'
    await record(tx, { what, by: by.id, about: id, at })
    const path = offer.need_number ? `/needs/${offer.need_number}` : '/needs'
    await tellOffer(tx, offer, { kind: opens ? 'opened' : 'turned-down', reason, path }, telling)
    return null
  })
}

/** Whoever offered takes it back. A lunch that was made of it goes on: that is talked over, not clicked. */
export const withdrawOffer = (db: Db, id: string, { now: at }: Telling): Promise<void> =>
  decideAboutNeeds(db, async (tx) => {
    const offer = found(await offerWithId(tx, id), 'offer')
    if (offer.state !== 'new' && offer.state !== 'open') return
    await changeOffer(tx, id, { state: 'withdrawn', decided_at: at, decided_by: null })
    await record(tx, { what: 'speaker-withdrawn', by: null, about: id, at })
  })
