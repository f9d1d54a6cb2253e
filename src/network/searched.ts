import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import { organisationsListed } from './organisations/lists.sql.ts'
import type { Reads } from './tables.ts'

/** What an address asks for, `?q=…&page=2`: the words, and that page of the organisations that were found. */
export async function searched(db: Reads, { req, var: { language } }: Context<VisitEnv>) {
  const words = (req.query('q') ?? '').trim()
  return { words, list: await organisationsListed(db, words, language, req.query('page')) }
}
