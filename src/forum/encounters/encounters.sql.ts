import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Met } from './encounter.rules.ts'

export const encounterSecret = async (db: Reads): Promise<string> =>
  (await db.selectFrom('encounter_key').select('secret').executeTakeFirstOrThrow()).secret

/** Forums that ended before this, took place, and whose encounters were not added yet; those called off never are. */
export const forumsToAdd = (db: Reads, endedBefore: Instant) =>
  db
    .selectFrom('seating')
    .innerJoin('event', 'event.id', 'seating.event_id')
    .leftJoin('encounters_added', 'encounters_added.event_id', 'seating.event_id')
    .select(['event.id', 'starts_at'])
    .where('ends_at', '<', endedBefore)
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where('encounters_added.event_id', 'is', null)
    .orderBy('ends_at')
    .execute()

/** Where those who were let in sat, in the rounds that took place; of all rounds where nobody pressed that they began. */
export async function seatsThatWere(db: Reads, eventId: string) {
  const ran = await db.selectFrom('round_run').select('round').where('event_id', '=', eventId).execute()
  let query = db
    .selectFrom('table_seat')
    .innerJoin('sign_up', 'sign_up.id', 'table_seat.sign_up_id')
    .select(['round', 'table_id', 'email'])
    .where('table_seat.event_id', '=', eventId)
    .where('state', '=', 'seat')
    .where('checked_in_at', 'is not', null)
  if (ran.length > 0)
    query = query.where(
      'round',
      'in',
      ran.map(({ round }) => round),
    )
  return query.execute()
}

export const isAdded = async (db: Reads, eventId: string): Promise<boolean> =>
  (await db
    .selectFrom('encounters_added')
    .select('event_id')
    .where('event_id', '=', eventId)
    .executeTakeFirst()) !== undefined

export const noteAdded = (tx: Writes, row: { event_id: string; added_at: Instant; pairs: number }) =>
  tx.insertInto('encounters_added').values(row).execute()

/** Adds to what is known of each pair. */
export async function addMet(tx: Writes, pairs: readonly Met[], on: string): Promise<void> {
  // So many values fit into one statement of every engine.
  const together = 500
  for (let from = 0; from < pairs.length; from += together)
    await tx
      .insertInto('encounter')
      .values(pairs.slice(from, from + together).map((pair) => ({ ...pair, last_on: on })))
      .onConflict((conflict) =>
        conflict.columns(['one', 'other']).doUpdateSet((eb) => ({
          times: eb('encounter.times', '+', eb.ref('excluded.times')),
          last_on: eb.ref('excluded.last_on'),
        })),
      )
      .execute()
}

export const wipeEncountersBefore = (db: Writes, date: string) =>
  db.deleteFrom('encounter').where('last_on', '<', date).executeTakeFirstOrThrow()

/** Those of these checksums that want nothing remembered. */
export const unwantedAmong = async (db: Reads, whos: readonly string[]): Promise<Set<string>> => {
  if (whos.length === 0) return new Set()
  const rows = await db.selectFrom('encounter_unwanted').select('who').where('who', 'in', whos).execute()
  return new Set(rows.map(({ who }) => who))
}

export const wantNone = (tx: Writes, who: string, since: Instant) =>
  tx
    .insertInto('encounter_unwanted')
    .values({ who, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const wantAgain = (tx: Writes, who: string) =>
  tx.deleteFrom('encounter_unwanted').where('who', '=', who).execute()

export const wipeEncountersOf = (tx: Writes, who: string) =>
  tx
    .deleteFrom('encounter')
    .where((eb) => eb.or([eb('one', '=', who), eb('other', '=', who)]))
    .execute()

/** Everybody with a seat at an event whose address is known. */
export const addressesWithSeats = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .select(['id', 'email'])
    .where('event_id', '=', eventId)
    .where('state', '=', 'seat')
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()

/** How often any two of these people sat together. */
export const encountersAmong = (db: Reads, whos: readonly string[]) =>
  db
    .selectFrom('encounter')
    .select(['one', 'other', 'times'])
    .where('one', 'in', whos)
    .where('other', 'in', whos)
    .execute()
