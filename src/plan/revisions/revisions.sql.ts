import type { Insertable, Updateable } from 'kysely'
import type { PlanTables, Reads, Writes } from '../tables.ts'
import type { Change } from './change.ts'

/** Revisions with their plan and the party that proposes. */
const revisions = (db: Reads) =>
  db
    .selectFrom('revision')
    .innerJoin('plan', 'plan.id', 'revision.plan_id')
    .innerJoin('party', 'party.id', 'revision.party_id')
    .selectAll('revision')
    .select([
      'plan.slug as plan_slug',
      'plan.title as plan_title',
      'plan.agreement_id',
      'plan.starts_on',
      'plan.ends_on',
      'plan.adopted_on',
      'party.name as party_name',
    ])
    .orderBy('revision.number', 'desc')

export type Revision = Awaited<ReturnType<ReturnType<typeof revisions>['execute']>>[number]

export const revisionWithId = (db: Reads, id: string): Promise<Revision | undefined> =>
  revisions(db).where('revision.id', '=', id).executeTakeFirst()

export const revisionWithNumber = (db: Reads, number: number): Promise<Revision | undefined> =>
  revisions(db).where('revision.number', '=', number).executeTakeFirst()

/** What waits for answers, of one plan or of all. */
export const openRevisions = (db: Reads, planId?: string): Promise<Revision[]> => {
  const open = revisions(db).where('revision.state', '=', 'proposed')
  return (planId === undefined ? open : open.where('revision.plan_id', '=', planId)).execute()
}

/** Everything that has been proposed, the latest first; drafts are their party's own. */
export const proposedRevisions = (db: Reads, limit: number, offset = 0): Promise<Revision[]> =>
  revisions(db).where('revision.proposed_at', 'is not', null).limit(limit).offset(offset).execute()

export const draftsOf = (db: Reads, partyId: string): Promise<Revision[]> =>
  revisions(db).where('revision.state', '=', 'draft').where('revision.party_id', '=', partyId).execute()

export async function changesOf(db: Reads, revisionId: string): Promise<Change[]> {
  const rows = await db
    .selectFrom('revision_change')
    .selectAll()
    .where('revision_id', '=', revisionId)
    .orderBy('position')
    .execute()
  return rows.map(changeIn)
}

/** The same for several at once, by the revision. */
export async function changesOfAll(db: Reads, ids: readonly string[]): Promise<Map<string, Change[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revision_change')
    .selectAll()
    .where('revision_id', 'in', ids)
    .orderBy('position')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.revision_id)
  return new Map([...grouped].map(([id, some]) => [id, some.map(changeIn)]))
}

// Which shape stands in `before` and `after` is what `kind` says; the columns alone cannot tell.
const changeIn = ({ id, position, kind, commitment_id, before, after }: ChangeRow): Change =>
  ({ id, position, kind, commitment_id, before, after }) as unknown as Change

type ChangeRow = Pick<
  Awaited<ReturnType<typeof anyChange>>[number],
  'id' | 'position' | 'kind' | 'commitment_id' | 'before' | 'after'
>
const anyChange = (db: Reads) => db.selectFrom('revision_change').selectAll().execute()

export const answersOf = (db: Reads, revisionId: string) =>
  db
    .selectFrom('revision_answer')
    .innerJoin('party', 'party.id', 'revision_answer.party_id')
    .selectAll('revision_answer')
    .select('party.name as party_name')
    .where('revision_id', '=', revisionId)
    .orderBy('revision_answer.at')
    .execute()

export type GivenAnswer = Awaited<ReturnType<typeof answersOf>>[number]

/** The next number. Revisions that were proposed are never taken away, and whoever asks holds the agreement. */
export async function nextRevisionNumber(db: Reads): Promise<number> {
  const { last } = await db
    .selectFrom('revision')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export const addRevision = (db: Writes, row: Insertable<PlanTables['revision']>) =>
  db.insertInto('revision').values(row).execute()

export const changeRevision = (db: Writes, id: string, row: Updateable<PlanTables['revision']>) =>
  db.updateTable('revision').set(row).where('id', '=', id).execute()

export const addAnswer = (db: Writes, row: Insertable<PlanTables['revision_answer']>) =>
  db.insertInto('revision_answer').values(row).execute()

export const removeChanges = (db: Writes, revisionId: string) =>
  db.deleteFrom('revision_change').where('revision_id', '=', revisionId).execute()

export const addChanges = async (
  db: Writes,
  rows: Insertable<PlanTables['revision_change']>[],
): Promise<void> => {
  if (rows.length > 0) await db.insertInto('revision_change').values(rows).execute()
}
