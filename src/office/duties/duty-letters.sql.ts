import type { WritesOf } from '#platform/handle.ts'
import type { DutyTables, Reads } from '../tables.ts'

type Writes = WritesOf<DutyTables>

/** Coordinators of today who have had no letter in that month. */
export const coordinatorsToTell = (db: Reads, month: string) =>
  db
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .leftJoin('duty_letter', (join) =>
      join.onRef('duty_letter.person_id', '=', 'person.id').on('duty_letter.month', '=', month),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.language', 'coordinator.party_id'])
    .where('coordinator.until', 'is', null)
    .where('duty_letter.person_id', 'is', null)
    .orderBy('person.id')
    .execute()

/** False when they were written to already. */
export const addLetter = async (db: Writes, row: DutyTables['duty_letter']): Promise<boolean> => {
  const insert = db.insertInto('duty_letter').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.columns(['person_id', 'month']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
