import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** What letters need to know. */
export interface Letters {
  now: Instant
  url: (language: Language, path: string) => string
}
