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

/** Of two who add the same address in the same moment, the first one's words stand. */
export const addPerson = (db: Writes, row: Insertable<PeopleTables['person']>) =>
  db
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()

export const addParty = (db: Writes, row: { id: string; key: string; name: Texts; position: number }) =>
  db
    .insertInto('party')
    .values({ ...row, name: json(row.name) })
    .execute()
