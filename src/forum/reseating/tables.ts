import type { Json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { ReseatingProposal } from './proposal.ts'

/** Seating anew after some stayed away and others came. */
export interface ReseatingTables {
  reseating: {
    id: string
    event_id: string
    /** The seating that it was made from. */
    version: number
    /** The last round that is over; 0 before the first. */
    after_round: number
    proposal: Json<ReseatingProposal>
    made_by: string
    made_at: Instant
    taken_by: string | null
    taken_at: Instant | null
  }
  /** Up to which version of the seats those whose table changed were mailed. */
  seats_mailed: {
    event_id: string
    version: number
    mailed_at: Instant
    mailed_by: string
    people: number
  }
}
