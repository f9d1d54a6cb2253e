import type { Insertable } from 'kysely'
import type { PeopleTables, Reads, Writes } from './tables.ts'

export const personWithEmail = (db: Reads, email: string) =>
  db
    .selectFrom('person')
    .select(['id', 'email', 'name', 'language'])
    .where('email', '=', email)
    .executeTakeFirst()

/** Of two who add the same address in the same moment, the first one's words stand. */
export const addPerson = (db: Writes, row: Insertable<PeopleTables['person']>) =>
  db
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
