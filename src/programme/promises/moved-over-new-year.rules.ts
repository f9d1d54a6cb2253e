import { type Instant, localDate } from '#platform/time.ts'
import type { Before } from '../meeting-tables.ts'
import { yearOf } from './promise.rules.ts'

interface Moved {
  startsAt: Instant
  /** What it was before each change, the last change first. */
  changes: readonly { before: Before }[]
}

/**
 * The year whose promise an announced event kept until it was moved into another; null when it stayed in its year. An event that
 * was moved away and back is where it was.
 */
export function yearItLeft({ startsAt, changes }: Moved): number | null {
  const now = yearOf(localDate(startsAt))
  const years = changes.flatMap(({ before }) =>
    before.starts_at ? [yearOf(localDate(before.starts_at))] : [],
  )
  const first = years.at(-1) ?? now
  return first === now ? null : first
}
