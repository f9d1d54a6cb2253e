import { hashOf, newToken } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { ContactTables, NewQuestion, QuestionRow } from './tables.ts'

export const promisedDays = async (db: Reads): Promise<number> =>
  (await db.selectFrom('contact_promise').select('working_days').executeTakeFirstOrThrow()).working_days

export async function nextNumber(db: Reads): Promise<number> {
  const row = await db
    .selectFrom('contact_question')
    .select((eb) => eb.fn.max<number | null>('number').as('highest'))
    .executeTakeFirst()
  return (row?.highest ?? 0) + 1
}

export const addQuestion = (db: Writes, row: NewQuestion) =>
  db.insertInto('contact_question').values(row).execute()

export const questionWithId = (db: Reads, id: string): Promise<QuestionRow | undefined> =>
  db.selectFrom('contact_question').selectAll().where('id', '=', id).executeTakeFirst()

export const confirmWith = (db: Writes, id: string, at: Instant, answer_due_on: string) =>
  db
    .updateTable('contact_question')
    .set({ confirmed_at: at, answer_due_on })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()

const withAnswer = (db: Reads) =>
  db
    .selectFrom('contact_question')
    .leftJoin('contact_answer', 'contact_answer.question_id', 'contact_question.id')
    .leftJoin('person', 'person.id', 'contact_answer.by_person')
    .selectAll('contact_question')
    .select(['contact_answer.words as answer', 'person.name as answered_by'])

export type Question = Awaited<ReturnType<ReturnType<typeof withAnswer>['execute']>>[number]

/** What the office has; an unconfirmed one reaches nobody. */
export const questionNumbered = (db: Reads, number: number): Promise<Question | undefined> =>
  withAnswer(db)
    .where('contact_question.number', '=', number)
    .where('contact_question.confirmed_at', 'is not', null)
    .executeTakeFirst()

/** Those that were answered, the latest first. */
export const answeredQuestions = (db: Reads, max: number): Promise<Question[]> =>
  withAnswer(db)
    .where('contact_question.answered_at', 'is not', null)
    .orderBy('contact_question.answered_at', 'desc')
    .limit(max)
    .execute()

export const addAnswer = (db: Writes, row: ContactTables['contact_answer']) =>
  db.insertInto('contact_answer').values(row).execute()

/** A new link that leads to the page of a question; only its checksum is stored. */
export async function makeLink(db: Writes, questionId: string, now: Instant): Promise<string> {
  const token = newToken()
  const row = { token_hash: hashOf(token), question_id: questionId, created_at: now }
  await db.insertInto('contact_link').values(row).execute()
  return token
}

/** The question that a mailed link leads to. */
export const questionBehind = (db: Reads, token: string): Promise<Question | undefined> =>
  withAnswer(db)
    .innerJoin('contact_link', 'contact_link.question_id', 'contact_question.id')
    .where('contact_link.token_hash', '=', hashOf(token))
    .executeTakeFirst()
