import type { Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** What somebody may need, as boxes that can be counted. */
export type Need =
  | 'step-free'
  | 'hearing-loop'
  | 'sign-language'
  | 'speech-to-text'
  | 'assistant'
  | 'quiet-room'
  | 'interpreter-sv'
  | 'interpreter-en'
  | 'interpreter-es'
  | 'vegetarian'
  | 'vegan'
  | 'gluten-free'
  | 'lactose-free'
  | 'halal'
  | 'nut-allergy'

export type QuestionKind = 'text' | 'choice' | 'choices' | 'yes-no' | 'number'
/** Once of whoever signs a group up, or of everybody who comes. */
export type AskedOf = 'group' | 'person'
export type AskedAt = 'sign-up' | 'door'

/** What is asked of those who sign up, and what they need. */
export interface QuestionTables {
  sign_up_need_box: { sign_up_id: string; need: Need }
  question: {
    id: string
    event_id: string
    position: number
    kind: QuestionKind
    label: Json<Texts>
    hint: Json<Texts>
    /** One option a line; an answer is the number of its line. */
    options: Json<Texts>
    required: number
    asked_of: AskedOf
    asked_at: AskedAt
    condition_question: string | null
    condition_answer: string | null
    keep_days: number
    created_at: Instant
    retired_at: Instant | null
  }
  /** wipe_on is a date, 'YYYY-MM-DD'. */
  question_answer: { question_id: string; sign_up_id: string; value: string; wipe_on: string }
  event_table_question: { event_id: string; asked: number }
  table_proposal: {
    id: string
    event_id: string
    /** Who wrote it, for as long as that is kept. */
    sign_up_id: string | null
    words: string
    created_at: Instant
  }
  event_forgotten: { event_id: string; at: Instant }
}

export type QuestionRow = Selectable<QuestionTables['question']>
