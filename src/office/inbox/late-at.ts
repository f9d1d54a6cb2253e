import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'
import { lateSince } from './inbox.rules.ts'
import type { Late } from './inbox.sql.ts'

/** Today, and since when something has waited too long for which no day was promised. */
export function lateAt(now: Instant): Late {
  const today = localDate(now)
  return { today, before: instantAt(datePlus(lateSince(today), 1), '00:00') }
}
