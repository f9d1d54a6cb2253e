import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import { type Acting, actsFor } from './substitute.rules.ts'
import type { PeopleTables, Reads, Writes } from './tables.ts'

export const addSubstitute = (db: Writes, row: Omit<Insertable<PeopleTables['substitute']>, 'ended_at'>) =>
  db
    .insertInto('substitute')
    .values({ ...row, ended_at: null })
    .execute()

export const endSubstituteAt = (db: Writes, id: string, now: Instant) =>
  db.updateTable('substitute').set({ ended_at: now }).where('id', '=', id).execute()

const substitutes = (db: Reads) =>
  db
    .selectFrom('substitute')
    .innerJoin('person', 'person.id', 'substitute.person_id')
    .innerJoin('party', 'party.id', 'substitute.party_id')
    .select([
      'substitute.id',
      'substitute.party_id',
      'substitute.person_id',
      'substitute.from_day',
      'substitute.until_day',
      'substitute.ended_at',
      'person.name',
      'party.key as party_key',
      'party.name as party_name',
    ])
    .orderBy('substitute.from_day')

/** Who stands in, or will, for any party: on this day or later, and not ended. */
export const substitutesFrom = (db: Reads, day: string) =>
  substitutes(db).where('until_day', '>=', day).where('ended_at', 'is', null).execute()

export const substituteWithId = (db: Reads, id: string) =>
  substitutes(db).where('substitute.id', '=', id).executeTakeFirst()

/** For which parties somebody stands in, or will. */
export const standInsOf = (db: Reads, personId: string, day: string) =>
  substitutes(db)
    .where('person_id', '=', personId)
    .where('until_day', '>=', day)
    .where('ended_at', 'is', null)
    .execute()

/** For which party somebody answers on a day, as coordinator or substitute; null when for none. */
export async function actsForOn(db: Reads, personId: string, day: string): Promise<Acting | null> {
  const own = await db
    .selectFrom('coordinator')
    .select('party_id')
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return actsFor(own?.party_id ?? null, await standInsOf(db, personId, day), day)
}
