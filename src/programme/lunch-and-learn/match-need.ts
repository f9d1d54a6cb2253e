import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { lunchOfNeed, removeLunch } from './lunches.sql.ts'
import { type MatchRefusal, refusalToMatch } from './need.rules.ts'
import { addStep, joinedInto, needWithId, stepsOf } from './needs.sql.ts'
import { offerWithId } from './offers.sql.ts'
import { tellBehind, tellOffer } from './tell-behind.ts'

export const Matching = z.object({
  do: z.literal('match'),
  offer: z.string('lunch-and-learn.mistake.offer').min(1, 'lunch-and-learn.mistake.offer').max(40),
})

/** Brings together those who need to know and somebody who knows. */
export function matchNeed(
  db: Db,
  by: Member,
  needId: string,
  form: z.output<typeof Matching>,
  telling: Telling,
): Promise<MatchRefusal | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const need = found(await needWithId(tx, needId), 'need')
    const offer = await offerWithId(tx, form.offer)
    const family = [need, ...(await joinedInto(tx, need.id))].map(({ id }) => id)
    const refusal = refusalToMatch(need, offer, family)
    if (refusal || !offer) return refusal
    await addStep(tx, need.id, { state: 'matched', at, by: by.id, offer: offer.id })
    await record(tx, { what: 'need-matched', by: by.id, about: need.id, at, detail: { offer: offer.id } })
    const organisation = offer.organisation ?? offer.organisation_name
    await tellBehind(tx, need, { kind: 'matched', organisation }, telling)
    await tellOffer(tx, offer, { kind: 'matched', path: `/needs/${need.number}` }, telling)
    return null
  })
}

export const LettingGo = z.object({ do: z.literal('let-go'), reason: optionalTexts(1000) })

/** The match came to nothing: the need waits in the queue again, where it would have stood without it. */
export function letGo(
  db: Db,
  by: Member,
  needId: string,
  { reason }: z.output<typeof LettingGo>,
  telling: Telling,
): Promise<'not-matched' | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const need = found(await needWithId(tx, needId), 'need')
    if (need.state !== 'matched') return 'not-matched'
    const words = Object.keys(reason).length > 0 ? reason : null
    await addStep(tx, need.id, { state: 'open', at, by: by.id, words })
    // A draft that nobody saw is a draft of something else from now on, or is never published.
    const lunch = await lunchOfNeed(tx, need.id)
    if (lunch && !lunch.published_at) await removeLunch(tx, lunch.event_id)
    await record(tx, { what: 'need-let-go', by: by.id, about: need.id, at })
    await tellBehind(tx, need, { kind: 'let-go', words }, telling)
    const steps = await stepsOf(tx, need.id)
    const offer = await offerWithId(tx, steps.findLast(({ state }) => state === 'matched')?.offer_id ?? '')
    if (offer) await tellOffer(tx, offer, { kind: 'let-go', path: `/needs/${need.number}` }, telling)
    return null
  })
}
