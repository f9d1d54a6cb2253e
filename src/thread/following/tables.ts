import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { FollowedKind } from './following.rules.ts'

/** Who wants to be told when something follows from something. */
export interface FollowingTables {
  thread_follower: {
    id: string
    email: string
    language: Language
    /** The last day on which they were mailed, 'YYYY-MM-DD'. */
    mailed_on: string | null
    created_at: Instant
  }
  thread_wish: {
    id: string
    follower_id: string
    kind: FollowedKind
    thing_id: string
    asked_at: Instant
    confirmed_at: Instant | null
  }
  /** A link with a wish confirms it; one without shows all of somebody's wishes, and ends them. */
  thread_link: { token_hash: string; follower_id: string; wish_id: string | null; created_at: Instant }
  thread_told: { follower_id: string; bead: string; at: Instant }
}
