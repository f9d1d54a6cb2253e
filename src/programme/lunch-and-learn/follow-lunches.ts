import { record } from '#platform/record.ts'
import type { Db, Tx } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { whatBecomes } from './follow-lunches.rules.ts'
import { lunchesWhereNeedIs, type LunchOfNeed, publishedMaterials } from './lunches.sql.ts'
import { addStep, needWithId, stepsOf } from './needs.sql.ts'
import { offerWithId } from './offers.sql.ts'
import { tellBehind, tellOffer } from './tell-behind.ts'

/**
 * A need follows its lunch: it is planned when the lunch is published, met when it was held, and waits again when it
 * was called off. Everybody behind it is told in the same transaction, so once.
 */
export async function followLunches(db: Db, telling: Telling): Promise<void> {
  for (const state of ['planned', 'matched'] as const)
    for (const { event_id } of await lunchesWhereNeedIs(db, state))
      await decideAboutNeeds(db, (tx) => followOne(tx, event_id, telling))
}

async function followOne(tx: Tx, eventId: string, telling: Telling): Promise<void> {
  for (const state of ['planned', 'matched'] as const) {
    // Read again: somebody may have decided meanwhile.
    const lunch = (await lunchesWhereNeedIs(tx, state)).find(({ event_id }) => event_id === eventId)
    if (!lunch || (await isOld(tx, lunch, state))) continue
    const materials = await publishedMaterials(tx, eventId)
    const becomes = whatBecomes(state, lunch, { materials, now: telling.now })
    if (becomes) return take(tx, lunch, becomes, telling)
  }
}

/** A lunch that was called off before is no longer what its need waits for: that is the one it was planned as last. */
async function isOld(tx: Tx, { need_id, event_id }: LunchOfNeed, state: string): Promise<boolean> {
  if (state === 'matched') return false
  const steps = await stepsOf(tx, need_id)
  return steps.findLast((step) => step.state === 'planned')?.event_id !== event_id
}

async function take(
  tx: Tx,
  lunch: LunchOfNeed,
  becomes: 'planned' | 'called-off' | 'met' | 'met-without',
  telling: Telling,
): Promise<void> {
  const need = await needWithId(tx, lunch.need_id)
  if (!need) return
  const { now: at } = telling
  const { event_id: event, slug } = lunch
  if (becomes === 'called-off') await addStep(tx, need.id, { state: 'open', at, by: null })
  else await addStep(tx, need.id, { state: becomes === 'planned' ? 'planned' : 'met', at, by: null, event })
  await record(tx, { what: recordOf[becomes], by: null, about: need.id, at, detail: { event } })
  await tellBehind(tx, need, { kind: becomes, event: lunch }, telling)
  const offer = becomes === 'planned' ? await offerWithId(tx, lunch.offer_id) : undefined
  if (offer) await tellOffer(tx, offer, { kind: 'planned', path: `/events/${slug}` }, telling)
}

const recordOf = {
  planned: 'need-planned',
  'called-off': 'need-called-off',
  met: 'need-met',
  'met-without': 'need-met',
} as const
