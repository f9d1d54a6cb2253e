import type { Generated, Insertable, Selectable } from 'kysely'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** Questions that anybody asks, and the one answer to each. */
export interface ContactTables {
  contact_promise: { id: string; working_days: number }
  contact_question: {
    id: string
    number: number
    language: Language
    name: string | null
    email: string | null
    words: string
    sent_at: Instant
    confirmed_at: Instant | null
    /** A date, 'YYYY-MM-DD'. */
    answer_due_on: string | null
    answered_at: Generated<Instant | null>
    forgotten_at: Instant | null
  }
  contact_answer: { question_id: string; words: string; at: Instant; by_person: string }
  contact_link: { token_hash: string; question_id: string; created_at: Instant }
}

export type QuestionRow = Selectable<ContactTables['contact_question']>
export type NewQuestion = Insertable<ContactTables['contact_question']>
