import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import { isAdopted, latestBegun } from './period.rules.ts'
import type { Plan, PlanTables, Reads, Writes } from './tables.ts'

/** Every plan, the latest first. They are few: one for some years at a time. */
export const plans = (db: Reads): Promise<Plan[]> =>
  db.selectFrom('plan').selectAll().orderBy('starts_on', 'desc').execute()

/** The plan in force, or, when none is, the one that was so last. */
export const latestPlan = async (db: Reads, today: string): Promise<Plan | undefined> =>
  latestBegun((await plans(db)).filter(isAdopted), today)

export const insertPlan = (db: Writes, row: Insertable<PlanTables['plan']>) =>
  db.insertInto('plan').values(row).execute()

export const planWithSlug = (db: Reads, slug: string): Promise<Plan | undefined> =>
  db.selectFrom('plan').selectAll().where('slug', '=', slug).executeTakeFirst()

/** Its words only: the period stays, because commitments are due within it. */
export const changePlan = (
  db: Writes,
  id: string,
  { title, lead, about }: { title: Texts; lead: Texts; about: Texts },
) =>
  db
    .updateTable('plan')
    .set({ title: json(title), lead: json(lead), about: json(about) })
    .where('id', '=', id)
    .execute()
