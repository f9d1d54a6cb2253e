import type { Insertable } from 'kysely'
import { latestBegun } from './period.rules.ts'
import type { Plan, PlanTables, Reads, Writes } from './tables.ts'

/** Every plan, the latest first. They are few: one for some years at a time. */
export const plans = (db: Reads): Promise<Plan[]> =>
  db.selectFrom('plan').selectAll().orderBy('starts_on', 'desc').execute()

/** The plan in force, or, when none is, the one that was so last. */
export const latestPlan = async (db: Reads, today: string): Promise<Plan | undefined> =>
  latestBegun(await plans(db), today)

export const insertPlan = (db: Writes, row: Insertable<PlanTables['plan']>) =>
  db.insertInto('plan').values(row).execute()
