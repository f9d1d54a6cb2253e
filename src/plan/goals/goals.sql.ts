import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { PlanTables, Reads, Writes } from '../tables.ts'

const goals = (db: Reads) => db.selectFrom('goal').selectAll().orderBy('number')

type GoalRow = Awaited<ReturnType<ReturnType<typeof goals>['execute']>>[number]

/** A goal with the numbers of the Sustainable Development Goals and the Commission's domains it belongs to. */
export interface Goal extends GoalRow {
  sdgs: number[]
  domains: number[]
  /** What of the Commission's it contributes to beside the domains, and how in a few words. */
  items: { item_id: string; how: Texts }[]
}

async function withLinks(db: Reads, rows: readonly GoalRow[]): Promise<Goal[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const sdgs = await db
    .selectFrom('goal_sdg')
    .selectAll()
    .where('goal_id', 'in', ids)
    .orderBy('sdg')
    .execute()
  const domains = await db
    .selectFrom('goal_domain')
    .selectAll()
    .where('goal_id', 'in', ids)
    .orderBy('domain')
    .execute()
  const items = await db
    .selectFrom('goal_objective')
    .selectAll()
    .where('goal_id', 'in', ids)
    .orderBy('item_id')
    .execute()
  return rows.map((row) => ({
    ...row,
    items: items.flatMap(({ goal_id, item_id, how }) => (goal_id === row.id ? [{ item_id, how }] : [])),
    sdgs: sdgs.filter((link) => link.goal_id === row.id).map((link) => link.sdg),
    domains: domains.filter((link) => link.goal_id === row.id).map((link) => link.domain),
  }))
}

/** Goals that the parties have adopted and not closed. */
export const currentGoals = async (db: Reads): Promise<Goal[]> =>
  withLinks(db, await goals(db).where('adopted_at', 'is not', null).where('closed_at', 'is', null).execute())

/** Goals that everybody may know: adopted, also those that were closed later. */
export const adoptedGoals = async (db: Reads): Promise<Goal[]> =>
  withLinks(db, await goals(db).where('adopted_at', 'is not', null).execute())

/** All goals, drafts too: for the office. */
export const allGoals = async (db: Reads): Promise<Goal[]> => withLinks(db, await goals(db).execute())

export const goalWithNumber = async (db: Reads, number: number): Promise<Goal | undefined> =>
  (await withLinks(db, await goals(db).where('number', '=', number).execute()))[0]

export const goalWithId = async (db: Reads, id: string): Promise<Goal | undefined> =>
  (await withLinks(db, await goals(db).where('id', '=', id).execute()))[0]

export const goalsWithIds = async (db: Reads, ids: readonly string[]): Promise<Goal[]> =>
  withLinks(db, await goals(db).where('id', 'in', ids).execute())

export const addGoal = (db: Writes, row: Insertable<PlanTables['goal']>) =>
  db.insertInto('goal').values(row).execute()

export const changeGoal = (db: Writes, id: string, { title, about }: { title: Texts; about: Texts }) =>
  db
    .updateTable('goal')
    .set({ title: json(title), about: json(about) })
    .where('id', '=', id)
    .execute()

export async function linkGoal(
  db: Writes,
  id: string,
  { sdgs, domains, items = [] }: Pick<Goal, 'sdgs' | 'domains'> & Partial<Pick<Goal, 'items'>>,
) {
  await db.deleteFrom('goal_objective').where('goal_id', '=', id).execute()
  if (items.length > 0) {
    const rows = items.map(({ item_id, how }) => ({ goal_id: id, item_id, how: json(how) }))
    await db.insertInto('goal_objective').values(rows).execute()
  }
  await db.deleteFrom('goal_sdg').where('goal_id', '=', id).execute()
  await db.deleteFrom('goal_domain').where('goal_id', '=', id).execute()
  if (sdgs.length > 0) {
    const rows = sdgs.map((sdg) => ({ goal_id: id, sdg }))
    await db.insertInto('goal_sdg').values(rows).execute()
  }
  if (domains.length > 0) {
    const rows = domains.map((domain) => ({ goal_id: id, domain }))
    await db.insertInto('goal_domain').values(rows).execute()
  }
}

export const markAdopted = (db: Writes, id: string, at: Instant) =>
  db.updateTable('goal').set({ adopted_at: at }).where('id', '=', id).execute()

export const markClosed = (db: Writes, id: string, reason: Texts, at: Instant) =>
  db
    .updateTable('goal')
    .set({ closed_at: at, close_reason: json(reason) })
    .where('id', '=', id)
    .execute()

export const nextGoalNumber = async (db: Reads): Promise<number> => {
  const row = await db
    .selectFrom('goal')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}
