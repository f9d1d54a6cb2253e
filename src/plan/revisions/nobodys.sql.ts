import { partiesOn } from '#people/index.ts'
import { type Commitment, commitmentsOfPlan } from '../commitments.sql.ts'
import { latestPlan } from '../plans.sql.ts'
import type { Db } from '../tables.ts'

/**
 * Open commitments of the plan in force that a party has promised which is not there today, or an organisation that is
 * dissolved: the parties give them another owner, or take them out.
 */
export async function nobodysCommitments(db: Db, today: string): Promise<Commitment[]> {
  const plan = await latestPlan(db, today)
  if (!plan || plan.ends_on < today) return []
  const there = (await partiesOn(db, today)).map(({ id }) => id)
  const dissolved = await dissolvedSlugs(db, today)
  return (await commitmentsOfPlan(db, plan.id)).filter(
    ({ state, owners }) =>
      (state === 'not-started' || state === 'under-way') &&
      owners.some(
        ({ party_id, organisation_slug }) =>
          (party_id !== null && !there.includes(party_id)) || dissolved.has(organisation_slug ?? ''),
      ),
  )
}

async function dissolvedSlugs(db: Db, today: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('organisation')
    .select('slug')
    .where('ended_on', '<=', today)
    .where('merged_into', 'is', null)
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}
