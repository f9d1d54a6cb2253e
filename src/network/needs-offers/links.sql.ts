import { hashOf, newToken } from '#platform/ids.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

/** So long a link in a mail to an organisation opens its page. */
const linkDays = 90

/** A new way in for whoever reads the organisation's own address. */
export async function makeLink(tx: Writes, organisationId: string, now: Instant): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('need_offer_link')
    .values({ token_hash: hashOf(token), organisation_id: organisationId, created_at: now })
    .execute()
  return token
}

export const organisationOfLink = (db: Reads, token: string, now: Instant) =>
  db
    .selectFrom('need_offer_link')
    .innerJoin('organisation', 'organisation.id', 'need_offer_link.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.contact_email'])
    .where('token_hash', '=', hashOf(token))
    .where('need_offer_link.created_at', '>', plus(now, { days: -linkDays }))
    .executeTakeFirst()

export const forgetLinks = (db: Writes, now: Instant) =>
  db
    .deleteFrom('need_offer_link')
    .where('created_at', '<=', plus(now, { days: -linkDays }))
    .execute()
