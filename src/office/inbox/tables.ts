import type { Generated, Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Waiting } from '#platform/waiting.ts'
import type { SpamReason } from './inbox.rules.ts'

/** Who sees to what came in, what was put aside, and answers to begin from. */
export interface InboxTables {
  inbox_assignment: {
    kind: Waiting['kind']
    item_id: string
    person_id: string | null
    by_person: string
    at: Instant
  }
  inbox_closing: {
    id: string
    batch_id: string
    kind: 'question' | 'pledge'
    item_id: string
    reason: SpamReason
    by_person: string
    at: Instant
    undone_at: Instant | null
    undone_by: string | null
  }
  answer_text: {
    id: string
    name: Json<Texts>
    words: Json<Texts>
    version: Generated<number>
    changed_at: Instant
    changed_by: string | null
    ended_at: Instant | null
  }
}

export type AnswerText = Selectable<InboxTables['answer_text']>
