import { type Commitment, commitmentsOfPlan } from '../commitments.sql.ts'
import { keepingToday, nobodySince } from '../keeping.rules.ts'
import { latestPlan } from '../plans.sql.ts'
import type { Reads } from '../tables.ts'
import { type Change, ownerId } from './change.ts'
import { changesOfAll, openRevisions } from './revisions.sql.ts'

/**
 * Open commitments of the plan in force that a party has promised which is not there today, or an organisation that is
 * dissolved: the parties give them another owner, or take them out.
 */
export async function nobodysCommitments(db: Reads, today: string): Promise<Commitment[]> {
  const plan = await latestPlan(db, today)
  if (!plan || plan.ends_on < today) return []
  const all = await commitmentsOfPlan(db, plan.id)
  return all.filter((commitment) => keepingToday(commitment, today) !== 'everybody')
}

/** Those of which everybody who had promised it is gone, since when, and nothing is proposed about it yet: for the desk. */
export async function keptByNobody(db: Reads, today: string) {
  const all = (await nobodysCommitments(db, today)).filter((one) => keepingToday(one, today) === 'nobody')
  if (all.length === 0) return []
  const open = await openRevisions(db, all[0]?.plan_id)
  const proposed = [
    ...(
      await changesOfAll(
        db,
        open.map(({ id }) => id),
      )
    ).values(),
  ].flat()
  return all
    .filter(({ id }) => !proposed.some((change) => settlesWhoKeeps(change, id)))
    .map((one) => ({ ...one, since: nobodySince(one.owners, today) }))
}

/** It would be taken out, or somebody new would take it over. */
function settlesWhoKeeps(change: Change, id: string): boolean {
  if (change.kind === 'remove-commitment') return change.commitment_id === id
  if (change.kind !== 'change-commitment' || change.commitment_id !== id) return false
  const before = new Set(change.before.owners.map(ownerId))
  return change.after.owners.some((owner) => !before.has(ownerId(owner)))
}
