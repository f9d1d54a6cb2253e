import { partiesOn } from '#people/index.ts'
import { type Commitment, commitmentsOfPlan } from '../commitments.sql.ts'
import { latestPlan } from '../plans.sql.ts'
import type { Db } from '../tables.ts'

/** Open commitments of the plan in force that a party has promised which is not there today. */
export async function nobodysCommitments(db: Db, today: string): Promise<Commitment[]> {
  const plan = await latestPlan(db, today)
  if (!plan || plan.ends_on < today) return []
  const there = (await partiesOn(db, today)).map(({ id }) => id)
  return (await commitmentsOfPlan(db, plan.id)).filter(
    ({ state, owners }) =>
      (state === 'not-started' || state === 'under-way') &&
      owners.some(({ party_id }) => party_id !== null && !there.includes(party_id)),
  )
}
