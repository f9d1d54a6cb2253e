import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Counts } from './promise.rules.ts'

/** What this room owns: what was promised, from when until when, and why it was not kept. */
export interface PromiseTables {
  series_promise: {
    id: string
    series_id: string
    /** Calendar dates where people live, 'YYYY-MM-DD'; the last day belongs to it, null is without an end. */
    from_on: string
    until_on: string | null
    yearly_min: number
    yearly_max: number | null
    counts: Counts
    /** In words of one's own; empty when the numbers say it. */
    words: Json<Texts>
    plan_id: string | null
    reason: Json<Texts>
    made_at: Instant
    /** Null: it came with the starting content. */
    made_by: string | null
    end_reason: ColumnType<Texts, string | undefined, string>
    /** Another was put in its place before it had begun to count. */
    replaced_at: Generated<Instant | null>
  }
  promise_missed: {
    id: string
    series_id: string
    year: number
    reason: Json<Texts>
    given_on: string
    given_at: Instant
    given_by: string
  }
}
