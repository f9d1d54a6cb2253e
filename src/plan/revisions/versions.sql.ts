import type { Insertable } from 'kysely'
import type { PlanTables, Writes } from '../tables.ts'

type NewVersion = Omit<Insertable<PlanTables['commitment_version']>, 'position'>

/** One more version of a commitment: the last is what it is now. */
export async function addCommitmentVersion(tx: Writes, row: NewVersion): Promise<void> {
  const { last } = await tx
    .selectFrom('commitment_version')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('commitment_id', '=', row.commitment_id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('commitment_version')
    .values({ ...row, position: (last ?? 0) + 1 })
    .execute()
}

type NewPlanVersion = Omit<Insertable<PlanTables['plan_version']>, 'position'>

export async function addPlanVersion(tx: Writes, row: NewPlanVersion): Promise<void> {
  const { last } = await tx
    .selectFrom('plan_version')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('plan_id', '=', row.plan_id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('plan_version')
    .values({ ...row, position: (last ?? 0) + 1 })
    .execute()
}

export const takeAwayFocusAreas = (tx: Writes, planId: string, year: number) =>
  tx.deleteFrom('focus_area').where('plan_id', '=', planId).where('year', '=', year).execute()

export async function addFocusAreas(tx: Writes, rows: Insertable<PlanTables['focus_area']>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('focus_area').values(rows).execute()
}
