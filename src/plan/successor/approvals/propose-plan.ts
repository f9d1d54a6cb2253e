import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { proposeChange } from '../../revisions/index.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { loadMaking } from '../load-facts.ts'
import { refusalToPropose } from '../successor.rules.ts'
import { changeSuccessor, successorWithId } from '../successor.sql.ts'
import { changesOf } from './changes-of.ts'

export const ProposeForm = z.object({
  decide_by: date,
  reason: texts(2000, 'successor.mistake.propose-reason'),
})

/**
 * Asks every party for its yes to the whole plan. The proposing party says yes with that; at the last yes the plan is adopted
 * and its commitments stand in it. Answers with the key of a sentence when something stands in the way.
 */
export function proposePlan(
  db: Db,
  { successorId, by, now, url }: Letters & { successorId: string; by: Member },
  { decide_by: decideBy, reason }: z.output<typeof ProposeForm>,
): Promise<string | null> {
  return decide(db, 'successor', successorId, async (tx): Promise<string | null> => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    const making = await loadMaking(tx, successor, now)
    const refusal = refusalToPropose(making.facts)
    if (refusal) return `successor.obstacle.${refusal}`
    const revision = { plan_id: successorId, kind: 'adoption', title: successor.title, reason } as const
    const asked = { ...revision, decideBy, changes: changesOf(making) }
    const proposed = await proposeChange(tx, by, asked, { now, url })
    if (proposed.refusal !== null) return `revisions.refusal.${proposed.refusal}`
    await changeSuccessor(tx, successorId, { revision_id: proposed.id })
    const detail = { number: proposed.number }
    await record(tx, { what: 'next-plan-proposed', by: by.id, about: successorId, at: now, detail })
    return null
  })
}
