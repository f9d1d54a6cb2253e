import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import { inOrder, pageOf } from './directory.rules.ts'
import { organisationsFound } from './directory.sql.ts'
import type { Reads } from './tables.ts'

/** What an address asks for, `?q=…&page=2`: the words, and that page of the organisations that were found. */
export async function searched(db: Reads, { req, var: { language } }: Context<VisitEnv>) {
  const words = (req.query('q') ?? '').trim()
  const found = await organisationsFound(db, words)
  return { words, list: pageOf(inOrder(found, language), req.query('page')) }
}
