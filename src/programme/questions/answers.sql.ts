import { insertRows } from '#platform/db.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Answers } from './questions.rules.ts'
import type { QuestionTables } from './tables.ts'

/** What one person has answered. */
export async function answersOf(db: Reads, signUpId: string): Promise<Answers> {
  const rows = await db
    .selectFrom('question_answer')
    .select(['question_id', 'value'])
    .where('sign_up_id', '=', signUpId)
    .execute()
  return new Map(rows.map(({ question_id, value }) => [question_id, value]))
}

/** Writes answers in place of those to the same questions before. */
export async function putAnswers(
  db: Writes,
  signUpId: string,
  asked: readonly string[],
  rows: readonly QuestionTables['question_answer'][],
): Promise<void> {
  if (asked.length === 0) return
  await db
    .deleteFrom('question_answer')
    .where('sign_up_id', '=', signUpId)
    .where('question_id', 'in', asked)
    .execute()
  await addAnswers(db, rows)
}

export const addAnswers = (tx: Writes, rows: readonly QuestionTables['question_answer'][]) =>
  insertRows<QuestionTables['question_answer']>(tx, 'question_answer', rows)

/** Every answer at an event of those who have or had a seat or wait for one, with who gave it. */
export const answersAt = (db: Reads, eventId: string) =>
  db
    .selectFrom('question_answer')
    .innerJoin('question', 'question.id', 'question_answer.question_id')
    .innerJoin('sign_up', 'sign_up.id', 'question_answer.sign_up_id')
    .select(['question_answer.question_id', 'question_answer.value', 'sign_up.id', 'sign_up.name'])
    .where('question.event_id', '=', eventId)
    .where('sign_up.state', '!=', 'cancelled')
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()

export const wipeAnswersDue = (db: Writes, today: string) =>
  db.deleteFrom('question_answer').where('wipe_on', '<=', today).executeTakeFirstOrThrow()

/** The date on which the answers to a question are wiped moves with the event. */
export const keepAnswersUntil = (db: Writes, questionId: string, wipeOn: string): Promise<unknown> =>
  db.updateTable('question_answer').set({ wipe_on: wipeOn }).where('question_id', '=', questionId).execute()
