import type { Instant } from '#platform/time.ts'

/** The day itself. */
export interface ForumDayTables {
  round_run: {
    event_id: string
    round: number
    started_at: Instant
    ends_at: Instant
    ended_at: Instant | null
    started_by: string | null
  }
}
