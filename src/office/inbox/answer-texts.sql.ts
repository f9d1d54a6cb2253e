import type { Insertable } from 'kysely'
import type { InboxTables, AnswerText } from './tables.ts'
import type { Reads, Writes } from '../tables.ts'

/** Answers to begin from, in the order they were made. */
export const answerTexts = (db: Reads): Promise<AnswerText[]> =>
  db.selectFrom('answer_text').selectAll().where('ended_at', 'is', null).orderBy('id').execute()

export const answerTextWithId = (db: Reads, id: string): Promise<AnswerText | undefined> =>
  db.selectFrom('answer_text').selectAll().where('id', '=', id).executeTakeFirst()

export const addAnswerText = (db: Writes, row: Insertable<InboxTables['answer_text']>) =>
  db.insertInto('answer_text').values(row).execute()

/** Changes it as it was seen; false when somebody else has changed it meanwhile. */
export async function changeAnswerText(
  db: Writes,
  { id, version }: { id: string; version: number },
  change: Omit<Insertable<InboxTables['answer_text']>, 'id' | 'version'>,
): Promise<boolean> {
  const done = await db
    .updateTable('answer_text')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
