import type { Insertable } from 'kysely'
import type { Capacity, ProgrammeTables, Reads, Writes } from '../tables.ts'
import { tableLabel } from './tables.sql.ts'

/** Everything that was done about one person. */
export const scansOf = (db: Reads, eventId: string, signUpId: string) =>
  db
    .selectFrom('door_scan')
    .select(['nonce', 'kind', 'device', 'at', 'arrival', 'knew'])
    .where('event_id', '=', eventId)
    .where('sign_up_id', '=', signUpId)
    .where('outcome', '=', 'done')
    .execute()

export const scanWithNonce = (db: Reads, nonce: string) =>
  db
    .selectFrom('door_scan')
    .select(['nonce', 'event_id', 'outcome'])
    .where('nonce', '=', nonce)
    .executeTakeFirst()

export const addScan = (db: Writes, row: Insertable<ProgrammeTables['door_scan']>) =>
  db.insertInto('door_scan').values(row).execute()

/** The arrival of what was heard last at an event; 0 before anything was. */
export const lastArrival = async (db: Reads, eventId: string): Promise<number> => {
  const row = await db
    .selectFrom('door_scan')
    .select((eb) => eb.fn.max('arrival').as('last'))
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Whom something was done about since then. */
export const peopleHeardOfSince = async (db: Reads, eventId: string, arrival: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('door_scan')
    .select('sign_up_id')
    .distinct()
    .where('event_id', '=', eventId)
    .where('arrival', '>', arrival)
    .execute()
  return rows.map(({ sign_up_id }) => sign_up_id)
}

/** Every time that somebody was let in or taken back, with who did it: for telling who was let in twice. */
export const scansWithNames = (db: Reads, eventId: string) =>
  db
    .selectFrom('door_scan')
    .innerJoin('sign_up', 'sign_up.id', 'door_scan.sign_up_id')
    .leftJoin('person', 'person.id', 'door_scan.by_person')
    .leftJoin('steward_link', 'steward_link.id', 'door_scan.by_steward')
    .select(['nonce', 'kind', 'device', 'at', 'arrival', 'knew', 'door_scan.sign_up_id'])
    .select(['sign_up.name', 'person.name as person', 'steward_link.label as steward'])
    .where('door_scan.event_id', '=', eventId)
    .where('outcome', '=', 'done')
    .orderBy('at')
    .execute()

/** What the door knows of everybody: a name, a sector, an organisation, a table, and whether they are in. */
export const doorRows = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select(['sign_up.id', 'sign_up.name', 'named', 'capacity', 'organisation_name'])
    .select(['organisation.name as organisation', 'state', 'checked_in_at', tableLabel()])
    .select(['sign_up.language', 'sign_up.brought_by'])
    .where('sign_up.event_id', '=', eventId)
    .where((eb) =>
      eb.or([
        eb('state', '!=', 'cancelled'),
        eb.and([
          eb('ended_because', 'in', gaveBack),
          eb('walk_in', '=', 0),
          // Whoever signed up again is there once, as signed up.
          eb.not(
            eb.exists(
              eb
                .selectFrom('sign_up as again')
                .select('again.id')
                .whereRef('again.event_id', '=', 'sign_up.event_id')
                .whereRef('again.email', '=', 'sign_up.email')
                .where('again.state', '!=', 'cancelled'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()

// Who never confirmed an address, or let an offer go, never had a seat to give back.
const gaveBack = ['given-back', 'given-back-by-group'] as const

export type DoorRow = Awaited<ReturnType<typeof doorRows>>[number]

/** The seats of each sector that are kept and not taken yet; none once they are released. */
export const keptBySector = async (db: Reads, eventId: string): Promise<Map<Capacity, number>> => {
  const rows = await db
    .selectFrom('event_sector')
    .innerJoin('event', 'event.id', 'event_sector.event_id')
    .select(['event_sector.capacity', 'kept', 'taken'])
    .where('event_id', '=', eventId)
    .where('event.released_at', 'is', null)
    .execute()
  return new Map(rows.map(({ capacity, kept, taken }) => [capacity, Math.max(0, kept - taken)]))
}

/** The sign-up of the same address that is not over, for somebody who gave a seat back and signed up again. */
export const currentSignUpOf = (db: Reads, eventId: string, email: string) =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('email', '=', email)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst()

export const secretOf = async (db: Reads, eventId: string): Promise<string> =>
  (
    await db
      .selectFrom('door_secret')
      .select('secret')
      .where('event_id', '=', eventId)
      .executeTakeFirstOrThrow()
  ).secret

export const tableOf = async (db: Reads, signUpId: string): Promise<string | null> => {
  const query = db.selectFrom('table_label').select('label').where('sign_up_id', '=', signUpId)
  return (await query.executeTakeFirst())?.label ?? null
}
