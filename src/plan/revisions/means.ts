import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** What an action needs from outside: the time, and how addresses in mails begin. */
export interface Means {
  now: Instant
  url: (language: Language, path: string) => string
}
