import type { ColumnType } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { AnswerKind } from '../recommendation.rules.ts'
import type { ReminderKind } from './answer-reminders.rules.ts'

/** How receivers answer, and who is told. */
export interface AnswerTables {
  answer: {
    id: string
    recommendation_id: string
    kind: AnswerKind
    words: Json<Texts>
    /** What the receiver will do, and by which date. */
    next_step: ColumnType<Texts, string | undefined, string>
    next_by: string | null
    answered_on: string
    /** Null when the receiver answered by the link. */
    recorded_by: string | null
    recorded_at: Instant
    link_id: string | null
    /** As what whoever used the link answered. */
    given_as: string | null
  }
  /** Who answered by the link. */
  answer_giver: { answer_id: string; name: string; is_shown: number; created_at: Instant }
  answer_link: {
    id: string
    recommendation_id: string
    token_hash: string
    created_at: Instant
    /** Null when a reminder made it. */
    made_by: string | null
    ended_at: Instant | null
    ended_because: 'answered' | 'replaced' | null
  }
  /** Where the link went; wiped when it is needed no longer. */
  answer_address: {
    recommendation_id: string
    email: string
    language: Language
    given_by: string
    given_at: Instant
  }
  answer_reminder: { recommendation_id: string; kind: ReminderKind; at: Instant }
  /** By which a receiver says what has become of what they promised. */
  answer_step_link: { token_hash: string; answer_id: string; created_at: Instant }
  answer_outcome: { answer_id: string; words: Json<Texts>; told_at: Instant }
  /** Until when those who were at the tables have been told of answers. */
  answers_told: { event_id: string; told_at: Instant }
  answer_news_link: {
    token_hash: string
    sign_up_id: string
    created_at: Instant
    stopped_at: Instant | null
  }
}
