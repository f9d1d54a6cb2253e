import { type Instant, plus } from '#platform/time.ts'

interface Lunch {
  published_at: Instant | null
  cancelled_at: Instant | null
  ends_at: Instant
}

// Materials come within a week, or those who asked are told without them.
const materialDays = 7

/** What the clock makes of a need whose lunch stands like this; null for nothing yet. */
export function whatBecomes(
  state: 'matched' | 'planned',
  { published_at, cancelled_at, ends_at }: Lunch,
  { materials, now }: { materials: number; now: Instant },
): 'planned' | 'called-off' | 'met' | 'met-without' | null {
  if (state === 'matched') return published_at && !cancelled_at ? 'planned' : null
  if (cancelled_at) return 'called-off'
  if (ends_at > now) return null
  if (materials > 0) return 'met'
  return plus(ends_at, { days: materialDays }) <= now ? 'met-without' : null
}
