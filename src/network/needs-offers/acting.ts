import type { Context } from 'hono'
import { found, NotFound } from '#platform/errors.ts'
import type { Member, VisitEnv } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { organisationsActedFor } from '../organisations/posts.sql.ts'
import type { Db, Reads } from '../tables.ts'
import { organisationOfLink } from './links.sql.ts'

interface Organisation {
  id: string
  name: Texts
  contact_email: string | null
}

/** For whom somebody acts here, and where their pages are. */
export interface Acting {
  /** The person; null for whoever reads the organisation's own address and came by the link in a mail. */
  by: string | null
  organisations: readonly Organisation[]
  /** The office writes down what an organisation tells it; it says yes for nobody. */
  isOffice: boolean
  /** The address of the own page. */
  base: string
  /** What their writing is counted by. */
  key: string
}

/** The organisations that somebody acts for today, or whose own address they have signed in with. */
async function organisationsOf(db: Reads, member: Member, today: string): Promise<Organisation[]> {
  const posts = (await organisationsActedFor(db, member.id, today)).map(({ id }) => id)
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'contact_email'])
    .where((eb) =>
      eb.or([eb('contact_email', '=', member.email), eb('id', 'in', posts.length > 0 ? posts : [''])]),
    )
    .where('merged_into', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('search_text')
    .limit(50)
    .execute()
}

/** Whoever signed in, or came by a link. */
export async function actingHere(db: Db, c: Context<VisitEnv>): Promise<Acting> {
  const token = c.req.param('token')
  if (token !== undefined) {
    const organisation = found(await organisationOfLink(db, token, c.var.now), 'link')
    const base = `/network/needs/by-link/${token}`
    return { by: null, organisations: [organisation], isOffice: false, base, key: organisation.id }
  }
  const { member } = c.var
  if (!member) throw new NotFound('not signed in')
  const organisations = await organisationsOf(db, member, localDate(c.var.now))
  const isOffice = member.party !== null
  return { by: member.id, organisations, isOffice, base: '/network/needs/mine', key: member.id }
}

export const actsFor = ({ organisations }: Acting, organisationId: string): boolean =>
  organisations.some(({ id }) => id === organisationId)
