import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { joinedOn, type PartyStanding } from './party-standing.rules.ts'
import type { Reads, Writes } from './tables.ts'

/** How every party has stood, day by day, and will. */
export const standings = (db: Reads) =>
  db
    .selectFrom('party_standing')
    .select(['party_id', 'standing', 'from_day', 'reason', 'recorded_by'])
    .orderBy('from_day')
    .execute()

export const partiesInOrder = (db: Reads) =>
  db.selectFrom('party').select(['id', 'key', 'name']).orderBy('position').execute()

/** Parties that decide on a day ('YYYY-MM-DD'): those that have joined, and have not paused or left since. */
export async function partiesOn(db: Reads, day: string) {
  const joined = joinedOn(await standings(db), day)
  return (await partiesInOrder(db)).filter(({ id }) => joined.includes(id))
}

interface Step {
  partyId: string
  standing: PartyStanding
  fromDay: string
  reason: Texts
  by: string | null
  now: Instant
}

export const addStanding = (db: Writes, { partyId, fromDay, reason, by, now, standing }: Step) =>
  db
    .insertInto('party_standing')
    .values({
      ...{ id: newId(), party_id: partyId, standing, from_day: fromDay },
      ...{ reason: json(reason), recorded_by: by, recorded_at: now },
    })
    .execute()

interface NewParty {
  id: string
  key: string
  name: Texts
  position: number
  /** From which day it decides with the others. */
  joinedOn: string
  by?: string | null
  now: Instant
}

export async function addParty(db: Writes, party: NewParty): Promise<void> {
  const { id, key, position, now } = party
  await db
    .insertInto('party')
    .values({ id, key, position, name: json(party.name) })
    .execute()
  const step = { partyId: id, standing: 'joined', fromDay: party.joinedOn } as const
  await addStanding(db, { ...step, reason: {}, by: party.by ?? null, now })
}
