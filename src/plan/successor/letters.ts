import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

export type UrlOf = (language: Language, path: string) => string

/** What a letter needs to know beyond whom it is to. */
export interface Letters {
  now: Instant
  url: UrlOf
}
