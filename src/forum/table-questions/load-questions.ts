import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import { questionsOf, type Source, sourcesOf } from './table-questions.sql.ts'

export interface TableQuestion {
  id: string
  words: Texts
  sources: Source[]
}

/** The questions of a forum, each with what it was made from. */
export async function loadQuestions(db: Reads, eventId: string): Promise<TableQuestion[]> {
  const [questions, sources] = await Promise.all([questionsOf(db, eventId), sourcesOf(db, eventId)])
  const byQuestion = Map.groupBy(sources, (one) => one.question_id)
  return questions.map(({ id, words }) => ({ id, words, sources: byQuestion.get(id) ?? [] }))
}
