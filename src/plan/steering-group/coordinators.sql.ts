import type { Reads } from '../tables.ts'

/** The parties of those who coordinate today, one row for each of them. */
export const coordinatorParties = (db: Reads) =>
  db
    .selectFrom('coordinator')
    .innerJoin('party', 'party.id', 'coordinator.party_id')
    .select('party.name as party_name')
    .where('coordinator.until', 'is', null)
    .orderBy('party.position')
    .execute()
