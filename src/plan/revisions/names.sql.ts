import type { Reads } from '../tables.ts'
import type { Names } from './change.page.tsx'
import type { Change } from './change.ts'

/** The names of whom and what these changes speak of. */
export async function namesIn(db: Reads, changes: readonly Change[]): Promise<Names> {
  const owners = changes.flatMap(ownersIn)
  const parties = await db.selectFrom('party').select(['id', 'name']).execute()
  const organisationIds = owners.flatMap((owner) => ('organisation' in owner ? owner.organisation : []))
  const organisations = organisationIds.length
    ? await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', organisationIds).execute()
    : []
  const goals = await db.selectFrom('goal').select(['id', 'number', 'title']).execute()
  const ids = changes.flatMap((change) => ('commitment_id' in change ? change.commitment_id : []))
  const commitments = ids.length
    ? await db.selectFrom('commitment').select(['id', 'number']).where('id', 'in', ids).execute()
    : []
  return {
    owners: new Map([...parties, ...organisations].map(({ id, name }) => [id, name])),
    goals: new Map(goals.map(({ id, ...goal }) => [id, goal])),
    commitments: new Map(commitments.map(({ id, number }) => [id, number])),
  }
}

function ownersIn(change: Change) {
  switch (change.kind) {
    case 'add-commitment':
      return change.after.owners
    case 'change-commitment':
      return [...change.before.owners, ...change.after.owners]
    case 'remove-commitment':
      return change.before.owners
    case 'plan-words':
    case 'focus-areas':
      return []
  }
}
