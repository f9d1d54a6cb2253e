import type { Updateable } from 'kysely'
import type { Reads, Writes } from '../tables.ts'
import type { NewApplication, NewClaim, OrganisationTables } from './tables.ts'

type Change<Table extends keyof OrganisationTables> = Updateable<OrganisationTables[Table]>

export const addApplication = (db: Writes, row: NewApplication) =>
  db.insertInto('organisation_application').values(row).execute()

export const changeApplication = (db: Writes, id: string, change: Change<'organisation_application'>) =>
  db.updateTable('organisation_application').set(change).where('id', '=', id).execute()

export const applicationWithId = (db: Reads, id: string) =>
  db.selectFrom('organisation_application').selectAll().where('id', '=', id).executeTakeFirst()

export const applicationWithToken = (db: Reads, tokenHash: string) =>
  db.selectFrom('organisation_application').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()

/** What the office has to look at, those who wait the longest first, and what it asked about. */
export const applicationsOpen = (db: Reads) =>
  db
    .selectFrom('organisation_application')
    .select(['id', 'state', 'profile', 'waiting_since', 'asked_at', 'language'])
    .where('state', 'in', ['waiting', 'to-complete'])
    .orderBy('waiting_since')
    .execute()

export const addClaim = (db: Writes, row: NewClaim) =>
  db.insertInto('organisation_claim').values(row).execute()

export const changeClaim = (db: Writes, id: string, change: Change<'organisation_claim'>) =>
  db.updateTable('organisation_claim').set(change).where('id', '=', id).execute()

const claims = (db: Reads) =>
  db
    .selectFrom('organisation_claim')
    .innerJoin('organisation', 'organisation.id', 'organisation_claim.organisation_id')
    .selectAll('organisation_claim')
    .select(['organisation.slug', 'organisation.name as organisation', 'organisation.website'])
    .select(['organisation.contact_email', 'organisation.ended_on', 'organisation.about'])

export type Claim = NonNullable<Awaited<ReturnType<typeof claimWithId>>>

export const claimWithId = (db: Reads, id: string) =>
  claims(db).where('organisation_claim.id', '=', id).executeTakeFirst()

export const claimWithToken = (db: Reads, tokenHash: string) =>
  claims(db).where('organisation_claim.token_hash', '=', tokenHash).executeTakeFirst()

export const claimsWaiting = (db: Reads) =>
  claims(db).where('state', '=', 'waiting').orderBy('organisation_claim.confirmed_at').execute()

/** Since when each of those waits for whom it is the office's turn, the longest first. */
export async function organisationsWaiting(db: Reads): Promise<string[]> {
  const [applications, waiting] = [await applicationsOpen(db), await claimsWaiting(db)]
  const since = applications.flatMap((one) => (one.state === 'waiting' ? (one.waiting_since ?? []) : []))
  return [...since, ...waiting.flatMap(({ confirmed_at }) => confirmed_at ?? [])].toSorted()
}
