import type { Instant } from '#platform/time.ts'
import type { PeopleTables, Reads, Writes } from './tables.ts'

/** Adds a coordinator; false when the person coordinates already, for whichever party. */
export const addCoordinator = async (
  db: Writes,
  row: Omit<PeopleTables['coordinator'], 'until'>,
): Promise<boolean> => {
  if (await coordinatesNow(db, row.person_id)) return false
  // Another process may have been faster.
  const insert = db.insertInto('coordinator').values({ ...row, until: null })
  const { numInsertedOrUpdatedRows } = await insert
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

const coordinatesNow = (db: Reads, personId: string) =>
  db
    .selectFrom('coordinator')
    .select('id')
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .executeTakeFirst()

export const endCoordinating = (db: Writes, id: string, now: Instant) =>
  db.updateTable('coordinator').set({ until: now }).where('id', '=', id).execute()

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
      'coordinator.id as coordinator_id',
      'coordinator.since',
      'party.id as party_id',
      'party.key as party_key',
      'party.name as party_name',
    ])
    .where('coordinator.until', 'is', null)
    .orderBy('party.position')
    .orderBy('coordinator.since')
    .execute()

/** Somebody who coordinates, or did, by the id of the time they do it. */
export const coordinatorWithId = (db: Reads, id: string) =>
  db
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .innerJoin('party', 'party.id', 'coordinator.party_id')
    .select([
      'coordinator.id',
      'coordinator.person_id',
      'coordinator.party_id',
      'coordinator.until',
      'person.name',
      'party.name as party_name',
    ])
    .where('coordinator.id', '=', id)
    .executeTakeFirst()
