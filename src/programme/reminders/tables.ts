import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity } from '../capacity.ts'

/** What is mailed by the clock to those who signed up. */
export type ClockLetter = 'week-before' | 'day-before' | 'after' | 'follow-up'

/** The mails to which organisers can add a text of their own. */
export type OwnTextPart = 'confirmation' | 'reminder'

/** So many per cent of the seats are taken. */
export type FullnessLevel = 50 | 80 | 100

/** What is asked the day after an event, and three months later. */
export type EvaluationKind = 'evaluation' | 'follow-up'

/** Whether it led to something. */
export type LedTo = 'yes' | 'no' | 'too-early'

/** What was sent to whom when, and what those who came thought of it. */
export interface LetterTables {
  letter_sent: {
    event_id: string
    sign_up_id: string
    kind: ClockLetter
    /** The day of the event that it is about, 'YYYY-MM-DD'. */
    event_on: string
    at: Instant
  }
  event_letter_text: {
    event_id: string
    part: OwnTextPart
    text: Json<Texts>
    changed_at: Instant
    changed_by: string
  }
  fullness_told: { event_id: string; level: FullnessLevel; at: Instant }
  evaluation_link: {
    token_hash: string
    event_id: string
    kind: EvaluationKind
    /** What its receiver takes part as, where that points at nobody. */
    capacity: Capacity | null
    used: Generated<number>
  }
  evaluation_answer: {
    id: string
    event_id: string
    expectations: number | null
    said: number | null
    learnt: number | null
    contact: number | null
    next_step: number | null
    who_missing: string | null
    better: string | null
    capacity: Capacity | null
  }
  follow_up_answer: { id: string; event_id: string; led_to_something: LedTo; what: string | null }
  evaluation_shown: {
    event_id: string
    kind: EvaluationKind
    answers: number
    figures: Json<object>
    texts: Json<Record<string, string[]>>
  }
}
