import type { Insertable, Updateable } from 'kysely'
import type { Reads, Writes } from '../tables.ts'
import type { SuccessorTables } from './tables.ts'

/** How plans were made, with the plan itself and how the parties stand to it; the one begun last first. */
const successors = (db: Reads) =>
  db
    .selectFrom('successor')
    .innerJoin('plan', 'plan.id', 'successor.id')
    .leftJoin('revision', 'revision.id', 'successor.revision_id')
    .leftJoin('revision_answer as no', (join) =>
      join
        .onRef('no.revision_id', '=', 'revision.id')
        .onRef('no.version', '=', 'revision.version')
        .on('no.answer', '=', 'no'),
    )
    .selectAll('successor')
    .select([
      'plan.slug',
      'plan.starts_on',
      'plan.ends_on',
      'plan.adopted_on',
      'revision.number as revision_number',
      'revision.state as revision_state',
      'revision.decide_by',
      'revision.asked_on',
      'revision.version as revision_version',
      'revision.made_by as proposed_by',
      // Why a party said no to it.
      'no.reason as no_reason',
    ])
    .orderBy('successor.begun_at', 'desc')
    .orderBy('successor.id', 'desc')

export type Successor = Awaited<ReturnType<ReturnType<typeof successors>['execute']>>[number]

/** The plan that is being made, or the one that was made last. */
export const latestSuccessor = (db: Reads): Promise<Successor | undefined> =>
  successors(db).limit(1).executeTakeFirst()

export const successorWithId = (db: Reads, id: string): Promise<Successor | undefined> =>
  successors(db).where('successor.id', '=', id).executeTakeFirst()

/** Adopted, and its owners not told yet. */
export const successorsToTell = (db: Reads): Promise<Successor[]> =>
  successors(db).where('plan.adopted_on', 'is not', null).where('told_at', 'is', null).execute()

export const addSuccessor = (db: Writes, row: Insertable<SuccessorTables['successor']>) =>
  db.insertInto('successor').values(row).execute()

export const changeSuccessor = (db: Writes, id: string, change: Updateable<SuccessorTables['successor']>) =>
  db.updateTable('successor').set(change).where('id', '=', id).execute()
