import type { Insertable, Updateable } from 'kysely'
import type { PlanTables, Reads, Writes } from '../tables.ts'

export const surveyOfYear = (db: Reads, year: number) =>
  db.selectFrom('survey').selectAll().where('year', '=', year).executeTakeFirst()

export const surveyWithId = (db: Reads, id: string) =>
  db.selectFrom('survey').selectAll().where('id', '=', id).executeTakeFirst()

/** The latest first. */
export const surveys = (db: Reads) => db.selectFrom('survey').selectAll().orderBy('year', 'desc').execute()

export type Survey = Awaited<ReturnType<typeof surveys>>[number]

export const statementsOf = (db: Reads, surveyId: string) =>
  db
    .selectFrom('survey_statement')
    .select(['position', 'principle_key', 'name', 'statement'])
    .where('survey_id', '=', surveyId)
    .orderBy('position')
    .execute()

export type Statement = Awaited<ReturnType<typeof statementsOf>>[number]

/** How many were asked, and how many have answered; who of them said what is nowhere. */
export async function askedCounts(db: Reads, surveyId: string): Promise<{ asked: number; answered: number }> {
  const row = await db
    .selectFrom('survey_asked')
    .select((eb) => [
      eb.fn.countAll<number>().as('asked'),
      eb.fn.coalesce(eb.fn.sum<number>('has_answered'), eb.lit(0)).as('answered'),
    ])
    .where('survey_id', '=', surveyId)
    .executeTakeFirstOrThrow()
  return { asked: row.asked, answered: row.answered }
}

export const addSurvey = (db: Writes, row: Insertable<PlanTables['survey']>) =>
  db.insertInto('survey').values(row).execute()

export const changeSurvey = (db: Writes, id: string, row: Updateable<PlanTables['survey']>) =>
  db.updateTable('survey').set(row).where('id', '=', id).execute()

export async function setStatements(
  db: Writes,
  surveyId: string,
  rows: Insertable<PlanTables['survey_statement']>[],
): Promise<void> {
  await db.deleteFrom('survey_statement').where('survey_id', '=', surveyId).execute()
  await db.insertInto('survey_statement').values(rows).execute()
}
