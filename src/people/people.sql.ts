import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
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

/** Parties that decide on a day ('YYYY-MM-DD'): those that have joined, and have not paused or left since. */
export async function partiesOn(db: Reads, day: string) {
  const standings = await db
    .selectFrom('party_standing')
    .select(['party_id', 'standing', 'from_day'])
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .execute()
  const latest = new Map(standings.map(({ party_id, standing }) => [party_id, standing]))
  return (await partiesInOrder(db)).filter(({ id }) => latest.get(id) === 'joined')
}

interface NewParty {
  id: string
  key: string
  name: Texts
  position: number
  /** From which day it decides with the others. */
  joinedOn: string
  now: Instant
}

export async function addParty(db: Writes, { joinedOn, now, name, ...row }: NewParty): Promise<void> {
  await db
    .insertInto('party')
    .values({ ...row, name: json(name) })
    .execute()
  const standing = { party_id: row.id, standing: 'joined', from_day: joinedOn } as const
  await db
    .insertInto('party_standing')
    .values({ id: newId(), ...standing, reason: json({}), recorded_by: null, recorded_at: now })
    .execute()
}
