import type { Instant } from '#platform/time.ts'
import type { TimeOfDay, What } from './who-met.rules.ts'

/** Who met, in numbers of five and more. Never changed. */
export interface WhoMetTables {
  event_met: {
    event_id: string
    counted_at: Instant
    year: number
    time_of_day: TimeOfDay
    counted_from: 'door' | 'seats'
    /** Null when they were fewer than five. */
    people: number | null
  }
  event_met_group: { event_id: string; what: What; key: string; count: number }
}
