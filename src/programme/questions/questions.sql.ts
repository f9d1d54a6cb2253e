import type { Insertable, Updateable } from 'kysely'
import type { Reads, Writes } from '../tables.ts'
import type { QuestionRow, QuestionTables } from './tables.ts'

/** Everything that is or was asked at an event, in order. */
export const questionsOf = (db: Reads, eventId: string): Promise<QuestionRow[]> =>
  db
    .selectFrom('question')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** How many have answered, by the id of the question. */
export async function answerCounts(db: Reads, eventId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('question_answer')
    .innerJoin('question', 'question.id', 'question_answer.question_id')
    .select((eb) => ['question.id', eb.fn.countAll<number>().as('answers')])
    .where('question.event_id', '=', eventId)
    .groupBy('question.id')
    .execute()
  return new Map(rows.map(({ id, answers }) => [id, answers]))
}

export const addQuestionRow = (db: Writes, row: Insertable<QuestionTables['question']>): Promise<unknown> =>
  db.insertInto('question').values(row).execute()

export const changeQuestionRow = (
  db: Writes,
  id: string,
  change: Updateable<QuestionTables['question']>,
): Promise<unknown> => db.updateTable('question').set(change).where('id', '=', id).execute()

export const removeQuestionRow = (db: Writes, id: string): Promise<unknown> =>
  db.deleteFrom('question').where('id', '=', id).execute()

/** What its organisers decided about table questions; nothing when they have not. */
export const tableQuestionOf = (db: Reads, eventId: string) =>
  db.selectFrom('event_table_question').select('asked').where('event_id', '=', eventId).executeTakeFirst()

export const setTableQuestionRow = (db: Writes, eventId: string, asked: number): Promise<unknown> =>
  db
    .insertInto('event_table_question')
    .values({ event_id: eventId, asked })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet({ asked }))
    .execute()

/** Somebody who is coming to this event, to be asked something at its door. */
export const personToAsk = (db: Reads, eventId: string, signUpId: string) =>
  db
    .selectFrom('sign_up')
    .select(['id', 'name', 'brought_by', 'checked_in_at'])
    .where('id', '=', signUpId)
    .where('event_id', '=', eventId)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst()

/** Those who have come and have not answered any of these questions yet, whoever came last on top. */
export const peopleToAsk = (db: Reads, eventId: string, questionIds: readonly string[], max: number) =>
  db
    .selectFrom('sign_up')
    .select(['id', 'name'])
    .where('event_id', '=', eventId)
    .where('checked_in_at', 'is not', null)
    .where('forgotten_at', 'is', null)
    .where('id', 'not in', (eb) =>
      eb.selectFrom('question_answer').select('sign_up_id').where('question_id', 'in', questionIds),
    )
    .orderBy('checked_in_at', 'desc')
    .orderBy('id')
    .limit(max)
    .execute()
