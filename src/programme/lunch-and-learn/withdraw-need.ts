import { record } from '#platform/record.ts'
import type { Tx } from '../tables.ts'
import type { Telling } from './decide-needs.ts'
import { inheritanceOf } from './inherit.rules.ts'
import { giveLunchTo, lunchOfNeed } from './lunches.sql.ts'
import { addStep, joinedInto, type Need, stepsOf } from './needs.sql.ts'
import { tellVoices } from './tell-behind.ts'

/** Nobody stands behind a need any more. What was joined into it lives on in its place: `inherit.rules.ts`. */
export async function withdrawNeed(tx: Tx, need: Need, telling: Telling): Promise<void> {
  const { now: at } = telling
  await handOn(tx, need, telling)
  await addStep(tx, need.id, { state: 'withdrawn', at, by: null })
  await record(tx, { what: 'need-withdrawn', by: null, about: need.id, at })
}

async function handOn(tx: Tx, need: Need, telling: Telling): Promise<void> {
  const { now: at } = telling
  const joined = await joinedInto(tx, need.id)
  const { heir, others } = inheritanceOf(joined)
  if (heir === null) return
  for (const id of [heir, ...others]) await addStep(tx, id, { state: 'open', at, by: null })
  for (const id of others) await addStep(tx, id, { state: 'joined', at, by: null, into: heir })
  await handOnMatch(tx, need, heir, at)
  const number = joined.find(({ id }) => id === heir)?.number ?? 0
  await record(tx, { what: 'need-handed-on', by: null, about: heir, at, detail: { from: need.number } })
  await tellVoices(tx, joined, { kind: 'lives-on', into: number }, telling)
}

/** The offer and the lunch of a need that goes away are for those who still wait. */
async function handOnMatch(tx: Tx, need: Need, heir: string, at: string): Promise<void> {
  if (need.state !== 'matched' && need.state !== 'planned') return
  const steps = await stepsOf(tx, need.id)
  const offer = steps.findLast(({ state }) => state === 'matched')?.offer_id
  if (!offer) return
  await addStep(tx, heir, { state: 'matched', at, by: null, offer })
  const lunch = await lunchOfNeed(tx, need.id)
  if (!lunch) return
  await giveLunchTo(tx, lunch.event_id, heir)
  if (need.state === 'planned')
    await addStep(tx, heir, { state: 'planned', at, by: null, event: lunch.event_id })
}
