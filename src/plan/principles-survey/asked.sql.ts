import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { PlanTables, Reads, Writes } from '../tables.ts'

const rowsAtOnce = 50

export const askedOrganisations = (db: Reads, surveyId: string) =>
  db.selectFrom('survey_asked').select('organisation_id').where('survey_id', '=', surveyId).execute()

export async function addAsked(db: Writes, rows: readonly Insertable<PlanTables['survey_asked']>[]) {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db
      .insertInto('survey_asked')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

export async function addLink(db: Writes, rows: readonly Insertable<PlanTables['survey_link']>[]) {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db
      .insertInto('survey_link')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

/** Those who were asked, have not answered and were not reminded. */
export const silent = (db: Reads, surveyId: string) =>
  db
    .selectFrom('survey_asked')
    .leftJoin('organisation', 'organisation.id', 'survey_asked.organisation_id')
    .select(['survey_asked.id', 'survey_asked.email', 'organisation.name'])
    .where('survey_id', '=', surveyId)
    .where('has_answered', '=', 0)
    .where('reminded_at', 'is', null)
    .orderBy('survey_asked.id')
    .execute()

export const markReminded = (db: Writes, id: string, now: Instant) =>
  db.updateTable('survey_asked').set({ reminded_at: now }).where('id', '=', id).execute()

export const replaceLinks = (db: Writes, askedId: string, now: Instant) =>
  db
    .updateTable('survey_link')
    .set({ replaced_at: now })
    .where('asked_id', '=', askedId)
    .where('replaced_at', 'is', null)
    .execute()

/** Links, addresses and who was asked are forgotten; how many were stays. */
export async function wipeAsked(db: Writes, surveyId: string): Promise<void> {
  const ids = db.selectFrom('survey_asked').select('id').where('survey_id', '=', surveyId)
  await db.deleteFrom('survey_link').where('asked_id', 'in', ids).execute()
  await db
    .updateTable('survey_asked')
    .set({ email: null, organisation_id: null, sector: null, kind: null })
    .where('survey_id', '=', surveyId)
    .execute()
}

export const answerKeys = (db: Reads, surveyId: string) =>
  db.selectFrom('survey_answer').select('key').where('survey_id', '=', surveyId).execute()

export const wordKeys = (db: Reads, surveyId: string) =>
  db.selectFrom('survey_words').select('key').where('survey_id', '=', surveyId).execute()

/** Under another key, so that not even an old mail leads to the answer. */
export const renameAnswer = (db: Writes, key: string, other: string) =>
  db.updateTable('survey_answer').set({ key: other }).where('key', '=', key).execute()

export const renameWords = (db: Writes, key: string, other: string) =>
  db.updateTable('survey_words').set({ key: other }).where('key', '=', key).execute()
