import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import type { AssigningLetters } from './tell-assigned.ts'

/** How links in mails begin, whatever language they lead to. */
export function lettersOf(c: Context<VisitEnv>): AssigningLetters {
  const base = c.var.url('/').replace(/\/\w\w$/, '')
  return { now: c.var.now, url: (language, path) => `${base}/${language}${path}` }
}
