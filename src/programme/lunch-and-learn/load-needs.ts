import { found } from '#platform/errors.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { lunchOfEvent, lunchOfNeed } from './lunches.sql.ts'
import { isPublic } from './need.rules.ts'
import {
  joinedInto,
  type Need,
  needsIn,
  needsOver,
  needWithId,
  needWithNumber,
  stepsOf,
} from './needs.sql.ts'
import { offersIn, offersOn } from './offers.sql.ts'
import { inOrder } from './queue.rules.ts'
import { withVoices } from './voices.sql.ts'

// More of what is over is on the pages of the lunches it became.
const overMax = 30

/** The need with this number, if everybody may know of it. */
export async function publicNeed(db: Reads, number: string): Promise<Need> {
  const need = found(await needNumbered(db, number), 'need')
  return found(isPublic(need) ? need : null, 'public need')
}

/** Any need, for the office. */
export const needNumbered = async (db: Reads, number: string): Promise<Need | undefined> =>
  /^[1-9]\d{0,8}$/.test(number) ? needWithNumber(db, Number(number)) : undefined

/** Everything that waits, in the order of the queue, with what is joined and what is offered beside. */
export async function loadQueue(db: Reads, now: Instant) {
  const heads = await needsIn(db, ['open', 'matched', 'planned'])
  const joined = await needsIn(db, ['joined'])
  const queue = inOrder(await withVoices(db, heads, joined), now)
  const topics = (await offersIn(db, 'open')).filter(({ need_id }) => need_id === null)
  return { queue, joined, topics, over: await needsOver(db, overMax) }
}

/** The needs that an event answers, as everybody can see: its own, and what is joined into that. */
export async function needsAnsweredBy(db: Reads, eventId: string): Promise<Need[]> {
  const lunch = await lunchOfEvent(db, eventId)
  const need = lunch && (await needWithId(db, lunch.need_id))
  return need && isPublic(need) ? [need, ...(await joinedInto(db, need.id))] : []
}

/** A need with all that its page shows. What it is joined with decides its lunch and its answer. */
export async function loadNeed(db: Reads, bare: Need) {
  const above = bare.into_id ? await needWithId(db, bare.into_id) : undefined
  const joined = await joinedInto(db, bare.id)
  const [need] = await withVoices(db, [bare], joined)
  const [head = null] = above ? await withVoices(db, [above], await joinedInto(db, above.id)) : []
  const lunch = (await lunchOfNeed(db, head?.id ?? bare.id)) ?? null
  const offers = await offersOn(db, [bare.id, ...joined.map(({ id }) => id)])
  return { need: found(need, 'need'), head, joined, offers, lunch, steps: await stepsOf(db, bare.id) }
}
