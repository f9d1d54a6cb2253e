import type { Insertable } from 'kysely'
import type { PlanTables, Reads, Writes } from '../tables.ts'

/** What a link leads to. */
export const linkBehind = (db: Reads, hash: string) =>
  db
    .selectFrom('survey_link')
    .innerJoin('survey_asked', 'survey_asked.id', 'survey_link.asked_id')
    .leftJoin('organisation', 'organisation.id', 'survey_asked.organisation_id')
    .select(['survey_link.replaced_at', 'survey_asked.id as asked_id', 'survey_asked.survey_id'])
    .select(['survey_asked.sector', 'survey_asked.kind', 'organisation.name as organisation_name'])
    .where('survey_link.token_hash', '=', hash)
    .executeTakeFirst()

export type LinkBehind = NonNullable<Awaited<ReturnType<typeof linkBehind>>>

export const answerExists = async (db: Reads, key: string): Promise<boolean> =>
  (await db.selectFrom('survey_answer').select('key').where('key', '=', key).executeTakeFirst()) !== undefined

export const marksOf = (db: Reads, key: string) =>
  db.selectFrom('survey_mark').select(['position', 'mark']).where('answer_key', '=', key).execute()

export const wordsWithKey = (db: Reads, key: string) =>
  db.selectFrom('survey_words').select(['key', 'words']).where('key', '=', key).executeTakeFirst()

export const markAnswered = (db: Writes, askedId: string) =>
  db.updateTable('survey_asked').set({ has_answered: 1 }).where('id', '=', askedId).execute()

export const addAnswer = (db: Writes, row: Insertable<PlanTables['survey_answer']>) =>
  db.insertInto('survey_answer').values(row).execute()

/** The marks of an answer, in place of those that were there. */
export async function setMarks(
  db: Writes,
  key: string,
  marks: readonly { position: number; mark: number | null }[],
): Promise<void> {
  await db
    .insertInto('survey_mark')
    .values(marks.map((one) => ({ answer_key: key, ...one })))
    .onConflict((conflict) =>
      conflict.columns(['answer_key', 'position']).doUpdateSet((eb) => ({ mark: eb.ref('excluded.mark') })),
    )
    .execute()
}

export async function setWords(
  db: Writes,
  { key, survey_id, words }: { key: string; survey_id: string; words: string | null },
): Promise<void> {
  await db.deleteFrom('survey_words').where('key', '=', key).execute()
  if (words === null) return
  const row = { key, survey_id, words, read_at: null, read_by: null, quoted: null }
  await db.insertInto('survey_words').values(row).execute()
}

/** Every mark of a survey, with no more than what may be known of its sender. */
export const marksIn = (db: Reads, surveyId: string) =>
  db
    .selectFrom('survey_mark')
    .innerJoin('survey_answer', 'survey_answer.key', 'survey_mark.answer_key')
    .select(['survey_mark.position', 'survey_mark.mark', 'survey_answer.sector', 'survey_answer.kind'])
    .where('survey_answer.survey_id', '=', surveyId)
    .execute()

/** By the alphabet, so that their order says nothing of who wrote first. */
export const wordsOf = (db: Reads, surveyId: string) =>
  db
    .selectFrom('survey_words')
    .select(['key', 'words', 'read_at', 'quoted'])
    .where('survey_id', '=', surveyId)
    .orderBy('words')
    .orderBy('key')
    .execute()

export type Written = Awaited<ReturnType<typeof wordsOf>>[number]
