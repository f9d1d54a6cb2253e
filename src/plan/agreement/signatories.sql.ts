import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { PlanTables, Reads, Writes } from '../tables.ts'
import type { SignatoryState } from './signatory.rules.ts'

const signatories = (db: Reads) =>
  db
    .selectFrom('signatory')
    .leftJoin('organisation', 'organisation.id', 'signatory.organisation_id')
    .selectAll('signatory')
    .select(['organisation.slug', 'organisation.name as directory_name'])

export type Signatory = Awaited<ReturnType<ReturnType<typeof signatories>['execute']>>[number]

/** Those who have joined, by name: what everybody may see. */
export const publicSignatories = (db: Reads) =>
  db
    .selectFrom('signatory')
    .leftJoin('organisation', 'organisation.id', 'signatory.organisation_id')
    .select(['signatory.id', 'organisation_name', 'category', 'joined_on', 'left_on', 'organisation.slug'])
    .where('state', 'in', ['joined', 'left'])
    .where('signatory.merged_into', 'is', null)
    .orderBy('organisation_name')
    .execute()

export const signatoriesIn = (db: Reads, states: readonly SignatoryState[]) =>
  signatories(db)
    .where('state', 'in', [...states])
    .where('signatory.merged_into', 'is', null)
    .orderBy('asked_at', 'desc')
    .execute()

/** Those who have joined and are not in the directory. */
export const signatoriesBesideDirectory = (db: Reads) =>
  db
    .selectFrom('signatory')
    .select(['organisation_name', 'email'])
    .where('state', '=', 'joined')
    .where('organisation_id', 'is', null)
    .orderBy('organisation_name')
    .execute()

export const signatoryWithId = (db: Reads, id: string) =>
  signatories(db).where('signatory.id', '=', id).executeTakeFirst()

export const signatoryOfLink = (db: Reads, tokenHash: string) =>
  signatories(db)
    .innerJoin('signatory_link', 'signatory_link.signatory_id', 'signatory.id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()

export const isOnList = async (
  db: Reads,
  one: Pick<Signatory, 'id' | 'organisation_id'>,
): Promise<boolean> => {
  if (!one.organisation_id) return false
  const row = await db
    .selectFrom('signatory')
    .select('id')
    .where('organisation_id', '=', one.organisation_id)
    .where('state', '=', 'joined')
    .where('merged_into', 'is', null)
    .where('id', '<>', one.id)
    .executeTakeFirst()
  return row !== undefined
}

export const addSignatory = (db: Writes, row: Insertable<PlanTables['signatory']>) =>
  db
    .insertInto('signatory')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

export const addSignatoryLink = (db: Writes, row: PlanTables['signatory_link']) =>
  db.insertInto('signatory_link').values(row).execute()

type Change = Partial<
  Pick<
    Signatory,
    'state' | 'confirmed_at' | 'decided_at' | 'decided_by' | 'reason' | 'joined_on' | 'left_on' | 'wiped_at'
  > & { person_name: null; email: null }
>

export const changeSignatory = (db: Writes, id: string, change: Change) =>
  db.updateTable('signatory').set(change).where('id', '=', id).execute()

/** Forms that nobody confirmed go; who filled in one that was turned down, or has left, is forgotten. */
export async function forgetAskers(
  db: Writes,
  { oldLinks, old, now }: Record<'oldLinks' | 'old' | 'now', Instant>,
) {
  const gone = db
    .selectFrom('signatory')
    .select('id')
    .where('state', '=', 'unconfirmed')
    .where('asked_at', '<', oldLinks)
  await db.deleteFrom('signatory_link').where('signatory_id', 'in', gone).execute()
  await db
    .deleteFrom('signatory')
    .where('state', '=', 'unconfirmed')
    .where('asked_at', '<', oldLinks)
    .execute()
  await db
    .updateTable('signatory')
    .set({ person_name: null, email: null, about: null, wiped_at: now })
    .where('state', 'in', ['turned-down', 'left'])
    .where('decided_at', '<', old)
    .where('wiped_at', 'is', null)
    .execute()
}
