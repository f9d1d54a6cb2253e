import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import type { Visit, VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { type Organisation, organisationWithSlug } from './organisations.sql.ts'
import { organisationsActedFor } from './posts.sql.ts'

/** Coordinators look after the whole directory; everybody else, what they act for today. */
export async function mayEdit(db: Reads, { member, now }: Visit, organisationId: string): Promise<boolean> {
  if (!member) return false
  if (member.party !== null) return true
  const mine = await organisationsActedFor(db, member.id, localDate(now))
  return mine.some(({ id }) => id === organisationId)
}

/** The entry that an address names, for those who may edit it; for others there is no such page. */
export async function ownOrganisation(db: Reads, c: Context<VisitEnv>): Promise<Organisation> {
  memberOf(c)
  const one = found(await organisationWithSlug(db, c.req.param('slug') ?? ''), 'organisation')
  if (one.merged_into !== null || !(await mayEdit(db, c.var, one.id))) throw new NotFound('not yours')
  return one
}
