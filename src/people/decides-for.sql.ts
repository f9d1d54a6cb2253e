import { type Instant, localDate } from '#platform/time.ts'
import type { Reads } from './tables.ts'

/** How somebody decides for a party at a moment: as its coordinator, or as the substitute it has named beforehand. */
export async function decidesFor(
  db: Reads,
  personId: string,
  partyId: string,
  now: Instant,
): Promise<'coordinator' | 'substitute' | null> {
  const own = await db
    .selectFrom('coordinator')
    .select('id')
    .where('person_id', '=', personId)
    .where('party_id', '=', partyId)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (own) return 'coordinator'
  const all = await partiesActedFor(db, personId, now)
  return all.includes(partyId) ? 'substitute' : null
}

/** The parties that somebody stands in for today. */
export async function partiesActedFor(db: Reads, personId: string, now: Instant): Promise<string[]> {
  const rows = await substitutesAt(db, now).where('person_id', '=', personId).execute()
  return rows.map((row) => row.party_id)
}

/** Those who stand in for a party today, with where they read their mail. */
export const substitutesNow = (db: Reads, now: Instant) =>
  substitutesAt(db, now)
    .innerJoin('person', 'person.id', 'substitute.person_id')
    .select(['person.email', 'person.language'])
    .execute()

const substitutesAt = (db: Reads, now: Instant) => {
  const today = localDate(now)
  return db
    .selectFrom('substitute')
    .select(['substitute.party_id', 'substitute.person_id'])
    .where('named_at', '<=', now)
    .where('from_day', '<=', today)
    .where('until_day', '>=', today)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', now)]))
}
