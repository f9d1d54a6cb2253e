import * as z from 'zod'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { type JoinRefusal, refusalToJoin } from './need.rules.ts'
import { addStep, joinedInto, needWithId, needWithNumber } from './needs.sql.ts'
import { tellVoices } from './tell-behind.ts'

export const Joining = z.object({
  do: z.literal('join'),
  /** The number of the need that it is joined with. */
  into: z.coerce.number('lunch-and-learn.mistake.into').int().min(1, 'lunch-and-learn.mistake.into'),
})

/**
 * Joins a need with another one: they share their way from here. It keeps its page, its history and those who stand
 * behind it. What was joined with it comes along, so nothing is ever joined in two steps.
 */
export function joinNeed(
  db: Db,
  by: Member,
  needId: string,
  { into }: z.output<typeof Joining>,
  telling: Telling,
): Promise<JoinRefusal | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const need = found(await needWithId(tx, needId), 'need')
    const other = await needWithNumber(tx, into)
    if (!other) return 'other-not-waiting'
    const refusal = refusalToJoin(need, other)
    if (refusal) return refusal
    const along = await joinedInto(tx, need.id)
    for (const { id } of along) await addStep(tx, id, { state: 'open', at, by: by.id })
    for (const { id } of [...along, need])
      await addStep(tx, id, { state: 'joined', at, by: by.id, into: other.id })
    await record(tx, { what: 'need-joined', by: by.id, about: need.id, at, detail: { into } })
    await tellVoices(tx, [need, ...along], { kind: 'joined', into }, telling)
    return null
  })
}

export const Parting = z.object({ do: z.literal('part') })

/** Lets a need stand on its own again, with everybody who stands behind it, and the time that it has waited. */
export function partNeed(db: Db, by: Member, needId: string, telling: Telling): Promise<'not-joined' | null> {
  return decideAboutNeeds(db, async (tx) => {
    const { now: at } = telling
    const need = found(await needWithId(tx, needId), 'need')
    const from = need.into_id && (await needWithId(tx, need.into_id))
    // With what it was joined with it is over, and has been answered or met.
    if (!from || need.state !== 'joined' || from.ended_at) return 'not-joined'
    await addStep(tx, need.id, { state: 'open', at, by: by.id })
    await record(tx, { what: 'need-parted', by: by.id, about: need.id, at, detail: { from: from.number } })
    await tellVoices(tx, [need], { kind: 'parted', into: from.number }, telling)
    return null
  })
}
