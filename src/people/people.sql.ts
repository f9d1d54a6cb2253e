import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { PeopleTables, Reads, Writes } from './tables.ts'

export const partiesInOrder = (db: Reads) =>
  db.selectFrom('party').select(['id', 'key', 'name']).orderBy('position').execute()

export const personWithEmail = (db: Reads, email: string) =>
  db
    .selectFrom('person')
    .select(['id', 'email', 'name', 'language'])
    .where('email', '=', email)
    .executeTakeFirst()

export const addPerson = (db: Writes, row: Insertable<PeopleTables['person']>) =>
  db.insertInto('person').values(row).execute()

export const addParty = (db: Writes, row: { id: string; key: string; name: Texts; position: number }) =>
  db
    .insertInto('party')
    .values({ ...row, name: json(row.name) })
    .execute()

export const addCoordinator = (db: Writes, row: Omit<PeopleTables['coordinator'], 'until'>) =>
  db
    .insertInto('coordinator')
    .values({ ...row, until: null })
    .execute()

export const coordinatorCount = async (db: Reads): Promise<number> => {
  const query = db.selectFrom('coordinator').select((eb) => eb.fn.countAll<number>().as('coordinators'))
  const row = await query.where('until', 'is', null).executeTakeFirstOrThrow()
  return row.coordinators
}

/** Every coordinator of today, in the order of the parties. */
export const coordinatorsNow = (db: Reads) =>
  db
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .innerJoin('party', 'party.id', 'coordinator.party_id')
    .select([
      'person.id',
      'person.email',
      'person.name',
      'person.language',
      'party.key as party_key',
      'party.name as party_name',
    ])
    .where('coordinator.until', 'is', null)
    .orderBy('party.position')
    .orderBy('coordinator.since')
    .execute()
