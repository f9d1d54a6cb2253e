import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** What a letter has to know beside what it tells. */
export interface Telling {
  now: Instant
  url: (language: Language, path: string) => string
  /** Whoever is written to stands in a list that the office was given: they are told so. */
  fromList?: boolean
}

export function tellingOf(c: Context<VisitEnv>): Telling {
  const base = c.var.url('/').replace(/\/\w\w$/, '')
  return { now: c.var.now, url: (language, path) => `${base}/${language}${path}` }
}
