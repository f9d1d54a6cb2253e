import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

export interface SurveyTables {
  survey: {
    id: string
    year: number
    /** Calendar dates where people live, 'YYYY-MM-DD'; the last day belongs to it. */
    opens_on: string
    closes_on: string
    made_by: string
    made_at: Instant
    closed_at: Instant | null
    /** When links, addresses and who was asked were wiped. */
    wiped_at: Instant | null
  }
  /** The principles and the statements as they were when they were asked. */
  survey_statement: {
    survey_id: string
    position: number
    principle_key: string
    name: Json<Texts>
    statement: Json<Texts>
  }
  /** Who was asked, and whether they have answered; never what, and never when. */
  survey_asked: {
    id: string
    survey_id: string
    organisation_id: string | null
    email: string | null
    /** What an answer may know of its sender; null where fewer than five like it were asked. */
    sector: string | null
    kind: string | null
    asked_at: Instant
    reminded_at: Instant | null
    has_answered: Generated<number>
  }
  survey_link: { token_hash: string; asked_id: string; created_at: Instant; replaced_at: Instant | null }
  /** The key comes out of the secret in the link by another way than the link's checksum. */
  survey_answer: { key: string; survey_id: string; sector: string | null; kind: string | null }
  /** Null: can't say. */
  survey_mark: { answer_key: string; position: number; mark: number | null }
  survey_words: {
    key: string
    survey_id: string
    words: string
    read_at: Instant | null
    read_by: string | null
    /** What may be quoted of it; null: nothing. */
    quoted: string | null
  }
}
