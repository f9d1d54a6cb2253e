import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { VisitEnv } from '#platform/http.ts'

/** The year that stands in the address. */
export function yearIn(c: Context<VisitEnv>): number {
  const text = c.req.param('year') ?? ''
  return found(/^2[01]\d{2}$/.test(text) ? Number(text) : null, 'year')
}
