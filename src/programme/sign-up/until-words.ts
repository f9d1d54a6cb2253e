import { dateAndTime, timeSpan } from '#platform/dates.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'

/** "kl. 14.32" today, else the day as well; in Spanish with the article that stands before it. */
export function untilInWords(t: Words, until: Instant, now: Instant): string {
  const isToday = localDate(until) === localDate(now)
  const words = isToday ? timeSpan(t.language, until) : dateAndTime(t.language, until)
  if (t.language !== 'es') return words
  return isToday ? `las ${words}` : `el ${words}`
}
