import type { Insertable, Updateable } from 'kysely'
import type { Reads, Writes } from '../../tables.ts'
import type { DraftCommitment, DraftParagraph, SuccessorTables } from '../tables.ts'

/** What stands in the draft, in its order. */
export const paragraphsOf = (db: Reads, successorId: string): Promise<DraftParagraph[]> =>
  db
    .selectFrom('draft_paragraph')
    .selectAll()
    .where('successor_id', '=', successorId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const paragraphWithId = (
  db: Reads,
  successorId: string,
  id: string,
): Promise<DraftParagraph | undefined> =>
  db
    .selectFrom('draft_paragraph')
    .selectAll()
    .where('successor_id', '=', successorId)
    .where('id', '=', id)
    .executeTakeFirst()

export const addParagraph = (db: Writes, row: Insertable<SuccessorTables['draft_paragraph']>) =>
  db.insertInto('draft_paragraph').values(row).execute()

export const changeParagraph = (
  db: Writes,
  id: string,
  change: Updateable<SuccessorTables['draft_paragraph']>,
) => db.updateTable('draft_paragraph').set(change).where('id', '=', id).execute()

const commitments = (db: Reads) =>
  db
    .selectFrom('draft_commitment')
    .innerJoin('goal', 'goal.id', 'draft_commitment.goal_id')
    .leftJoin('commitment', 'commitment.id', 'draft_commitment.carried_from')
    .leftJoin('recommendation', 'recommendation.id', 'draft_commitment.recommendation_id')
    .selectAll('draft_commitment')
    .select([
      'goal.number as goal_number',
      'goal.title as goal_title',
      'commitment.number as carried_number',
      'recommendation.number as recommendation_number',
    ])

export type DraftShown = Awaited<ReturnType<ReturnType<typeof commitments>['execute']>>[number]

/** Numbered as they stand: by goal, and within a goal in their order. */
export const draftCommitmentsOf = (db: Reads, successorId: string): Promise<DraftShown[]> =>
  commitments(db)
    .where('draft_commitment.successor_id', '=', successorId)
    .where('removed_at', 'is', null)
    .orderBy('goal.number')
    .orderBy('draft_commitment.position')
    .orderBy('draft_commitment.id')
    .execute()

export const draftCommitmentWithId = (
  db: Reads,
  successorId: string,
  id: string,
): Promise<DraftShown | undefined> =>
  commitments(db)
    .where('draft_commitment.successor_id', '=', successorId)
    .where('draft_commitment.id', '=', id)
    .executeTakeFirst()

export const draftCarriedFrom = (
  db: Reads,
  successorId: string,
  commitmentId: string,
): Promise<DraftCommitment | undefined> =>
  db
    .selectFrom('draft_commitment')
    .selectAll()
    .where('successor_id', '=', successorId)
    .where('carried_from', '=', commitmentId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

/** Wherever a commitment goes on, in whichever plan in the making. */
export const draftsCarriedFrom = (db: Reads, commitmentId: string): Promise<DraftCommitment[]> =>
  db
    .selectFrom('draft_commitment')
    .selectAll()
    .where('carried_from', '=', commitmentId)
    .where('removed_at', 'is', null)
    .execute()

/** Somebody who words it anew in the same instant has the last word. */
export const changeUnlessChanged = (
  db: Writes,
  { id, changed_at }: Pick<DraftCommitment, 'id' | 'changed_at'>,
  change: Updateable<SuccessorTables['draft_commitment']>,
) =>
  db
    .updateTable('draft_commitment')
    .set(change)
    .where('id', '=', id)
    .where('changed_at', '=', changed_at)
    .execute()

export const addDraftCommitment = (db: Writes, row: Insertable<SuccessorTables['draft_commitment']>) =>
  db.insertInto('draft_commitment').values(row).execute()

export const changeDraftCommitment = (
  db: Writes,
  id: string,
  change: Updateable<SuccessorTables['draft_commitment']>,
) => db.updateTable('draft_commitment').set(change).where('id', '=', id).execute()

/** One past the last, of either kind. */
export async function nextPosition(
  db: Reads,
  table: 'draft_paragraph' | 'draft_commitment',
  successorId: string,
): Promise<number> {
  const { last } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max('position').as('last'))
    .where('successor_id', '=', successorId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
