import * as z from 'zod'
import { askJointly, type JointDecision, type JointRefusal, openDecisionAbout } from '#people/index.ts'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import {
  type AdoptRefusal,
  type CloseRefusal,
  refusalToAskAdoption,
  refusalToClose,
  wordingOf,
} from './goal.rules.ts'
import { goalWithId, markAdopted, markClosed } from './goals.sql.ts'

const reasonMax = 2000

export const AdoptForm = z.object({
  /** The wording that was on the page. */
  seen: z.string(),
})
export const CloseForm = z.object({ reason: texts(reasonMax, 'goals.close.reason-missing') })

/** Asks every party whether a goal is adopted; from the last yes on it never changes. Null means it is asked. */
export function askToAdopt(db: Db, by: Member, id: string, seen: string, now: Instant) {
  return decide(db, 'goal', id, async (tx): Promise<AdoptRefusal | JointRefusal | null> => {
    const goal = found(await goalWithId(tx, id), 'goal')
    const isAsked = (await openDecisionAbout(tx, 'adopt-goal', id)) !== undefined
    const wording = wordingOf(goal)
    const refusal = refusalToAskAdoption({ adopted_at: goal.adopted_at, seen, wording, isAsked })
    if (refusal) return refusal

    const { number, title, about, sdgs, domains } = goal
    const what = { number, title, about, sdgs, domains }
    const question = { id: newId(), kind: 'adopt-goal', aboutId: id, what, reason: {} } as const
    return askJointly(tx, { by, now }, question, carryOutGoal(now))
  })
}

/** Asks every party whether a goal is closed, for a reason. Null means it is asked. */
export function askToClose(db: Db, by: Member, id: string, reason: Texts, now: Instant) {
  return decide(db, 'goal', id, async (tx): Promise<CloseRefusal | JointRefusal | null> => {
    const goal = found(await goalWithId(tx, id), 'goal')
    const isAsked = (await openDecisionAbout(tx, 'close-goal', id)) !== undefined
    const refusal = refusalToClose({ ...goal, isAsked })
    if (refusal) return refusal

    const what = { number: goal.number, title: goal.title }
    const question = { id: newId(), kind: 'close-goal', aboutId: id, what, reason } as const
    return askJointly(tx, { by, now }, question, carryOutGoal(now))
  })
}

/** Every party has said yes. */
export const carryOutGoal =
  (now: Instant) =>
  async (tx: Writes, { kind, about_id, reason }: JointDecision): Promise<void> => {
    if (kind === 'adopt-goal') await adoptNow(tx, about_id, now)
    if (kind === 'close-goal') await closeNow(tx, about_id, reason, now)
  }

export async function adoptNow(tx: Writes, id: string, now: Instant): Promise<void> {
  const { number } = found(await goalWithId(tx, id), 'goal')
  await markAdopted(tx, id, now)
  await record(tx, { what: 'goal-adopted', by: null, about: id, at: now, detail: { number } })
}

export async function closeNow(tx: Writes, id: string, reason: Texts, now: Instant): Promise<void> {
  const { number } = found(await goalWithId(tx, id), 'goal')
  await markClosed(tx, id, reason, now)
  await record(tx, { what: 'goal-closed', by: null, about: id, at: now, detail: { number } })
}
