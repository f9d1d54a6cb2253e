import type { Insertable, Updateable } from 'kysely'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { PledgeState } from './pledge.rules.ts'
import type { PartnerTables, PledgeRow, Reads, Writes } from './tables.ts'

export const addPledge = (db: Writes, row: Insertable<PartnerTables['pledge']>) =>
  db.insertInto('pledge').values(row).execute()

export const changePledge = (db: Writes, id: string, change: Updateable<PartnerTables['pledge']>) =>
  db.updateTable('pledge').set(change).where('id', '=', id).execute()

export const pledgeWithId = (db: Reads, id: string): Promise<PledgeRow | undefined> =>
  db.selectFrom('pledge').selectAll().where('id', '=', id).executeTakeFirst()

export const promisedDays = async (db: Reads): Promise<number> => {
  const row = await db.selectFrom('pledge_promise').select('working_days').executeTakeFirstOrThrow()
  return row.working_days
}

export async function nextNumber(db: Reads): Promise<number> {
  const row = await db
    .selectFrom('pledge')
    .select((eb) => eb.fn.max<number | null>('number').as('highest'))
    .executeTakeFirst()
  return (row?.highest ?? 0) + 1
}

const forOffice = (db: Reads) =>
  db
    .selectFrom('pledge')
    .leftJoin('organisation', 'organisation.id', 'pledge.organisation_id')
    .leftJoin('partner_need', 'partner_need.id', 'pledge.need_id')
    .leftJoin('stored_file', 'stored_file.id', 'pledge.agreement_file_id')
    .selectAll('pledge')
    .select(['organisation.name as organisation_name', 'organisation.slug as organisation_slug'])
    .select(['partner_need.title as need_title', 'stored_file.name as file_name'])
    .where('pledge.confirmed_at', 'is not', null)

export type Pledge = Awaited<ReturnType<ReturnType<typeof forOffice>['execute']>>[number]

/** What the office has; an unconfirmed one reaches nobody. */
export const pledgeNumbered = (db: Reads, number: number): Promise<Pledge | undefined> =>
  forOffice(db).where('pledge.number', '=', number).executeTakeFirst()

/** Those in these states, the longest waiting first. */
export const pledgesIn = (db: Reads, states: readonly PledgeState[], max: number): Promise<Pledge[]> =>
  forOffice(db)
    .where('pledge.state', 'in', states)
    .orderBy('pledge.confirmed_at')
    .orderBy('pledge.id')
    .limit(max)
    .execute()

/** A new link that leads the giver to the page of a pledge; only its checksum is stored. */
export async function makeLink(db: Writes, pledgeId: string, now: Instant): Promise<string> {
  const token = newToken()
  const row = { token_hash: hashOf(token), pledge_id: pledgeId, created_at: now }
  await db.insertInto('pledge_link').values(row).execute()
  return token
}

/** The pledge that a mailed link leads to. */
export const pledgeBehind = (db: Reads, token: string): Promise<PledgeRow | undefined> =>
  db
    .selectFrom('pledge_link')
    .innerJoin('pledge', 'pledge.id', 'pledge_link.pledge_id')
    .selectAll('pledge')
    .where('pledge_link.token_hash', '=', hashOf(token))
    .executeTakeFirst()

/** What happened to a pledge, first things first. */
export const stepsOf = (db: Reads, pledgeId: string) =>
  db
    .selectFrom('pledge_step')
    .leftJoin('person', 'person.id', 'pledge_step.by_person')
    .selectAll('pledge_step')
    .select('person.name as by')
    .where('pledge_id', '=', pledgeId)
    .orderBy('pledge_step.number')
    .execute()

export type Step = Awaited<ReturnType<typeof stepsOf>>[number]

export const addStep = (db: Writes, row: Insertable<PartnerTables['pledge_step']>) =>
  db.insertInto('pledge_step').values(row).execute()

export const agreementOf = (db: Reads, pledgeId: string) =>
  db
    .selectFrom('pledge')
    .innerJoin('stored_file', 'stored_file.id', 'pledge.agreement_file_id')
    .select(['stored_file.checksum', 'stored_file.name', 'stored_file.content_type', 'stored_file.bytes'])
    .where('pledge.id', '=', pledgeId)
    .executeTakeFirst()

export const confirmWith = (db: Writes, id: string, at: Instant, answer_due_on: string) =>
  db
    .updateTable('pledge')
    .set({ confirmed_at: at, answer_due_on, changed_at: at })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()

// More is read by nobody in a day.
const openMax = 1000

/** What the office has promised to answer, or to follow up: the longest waiting first. */
export const openPledges = (db: Reads): Promise<Pledge[]> =>
  pledgesIn(db, ['received', 'talk', 'agreed'], openMax)
