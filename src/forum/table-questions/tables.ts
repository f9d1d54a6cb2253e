import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Because } from './table-questions.rules.ts'

/** What the tables are to talk about, and what each question was made from. */
export interface TableQuestionTables {
  forum_question: {
    id: string
    event_id: string
    position: number
    words: Json<Texts>
    made_by: string
    created_at: Instant
    changed_at: Instant
  }
  forum_question_source: {
    id: string
    question_id: string
    statement_id: string | null
    because: Because | null
    proposal_id: string | null
  }
}
