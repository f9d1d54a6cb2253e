import type { Reads } from '../tables.ts'
import type { CommitmentWords, FocusAreas, Owner, PlanWords } from './change.ts'

export interface StandingCommitment {
  id: string
  number: number
  plan_id: string
  isRemoved: boolean
  words: CommitmentWords
}

/** What these commitments say now, whose they are, and whether they are in their plan still. */
export async function commitmentsNow(
  db: Reads,
  ids: readonly string[],
): Promise<Map<string, StandingCommitment>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('commitment')
    .select(['id', 'number', 'plan_id', 'title', 'what', 'measure', 'due_on'])
    .where('id', 'in', ids)
    .execute()
  const owners = await ownersNow(db, ids)
  const removed = await db
    .selectFrom('commitment_version')
    .select('commitment_id')
    .where('commitment_id', 'in', ids)
    .where('is_removed', '=', 1)
    .execute()
  const out = new Set(removed.map((one) => one.commitment_id))
  return new Map(
    rows.map(({ id, number, plan_id, ...words }) => [
      id,
      { id, number, plan_id, isRemoved: out.has(id), words: { ...words, owners: owners.get(id) ?? [] } },
    ]),
  )
}

async function ownersNow(db: Reads, ids: readonly string[]): Promise<Map<string, Owner[]>> {
  const rows = await db
    .selectFrom('commitment_owner')
    .selectAll()
    .where('commitment_id', 'in', ids)
    .orderBy('position')
    .execute()
  const owners = new Map<string, Owner[]>()
  for (const { commitment_id, party_id, organisation_id } of rows) {
    const owner = party_id === null ? { organisation: organisation_id ?? '' } : { party: party_id }
    owners.set(commitment_id, [...(owners.get(commitment_id) ?? []), owner])
  }
  return owners
}

export const planWordsNow = (db: Reads, planId: string): Promise<PlanWords> =>
  db.selectFrom('plan').select(['title', 'lead', 'about']).where('id', '=', planId).executeTakeFirstOrThrow()

export async function focusAreasNow(db: Reads, planId: string, year: number): Promise<FocusAreas> {
  const areas = await db
    .selectFrom('focus_area')
    .select(['title', 'about', 'proposal_id'])
    .where('plan_id', '=', planId)
    .where('year', '=', year)
    .orderBy('position')
    .execute()
  return { year, areas }
}
