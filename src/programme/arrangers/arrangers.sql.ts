import type { Texts } from '#platform/language.ts'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import { type Side, sideOfSector } from './arrangers.rules.ts'

/** Somebody who arranges an event. */
export interface Arranger {
  organisation_id: string | null
  /** The address in the directory, for those who are in it. */
  slug: string | null
  name: Texts
  side: Side
}

/** Who arranges an event, in the order in which they are named. */
export async function arrangersOf(db: Reads, eventId: string): Promise<Arranger[]> {
  const rows = await db
    .selectFrom('event_arranger')
    .leftJoin('organisation', 'organisation.id', 'event_arranger.organisation_id')
    .select(['event_arranger.organisation_id', 'event_arranger.name', 'event_arranger.side'])
    .select(['organisation.slug', 'organisation.name as known_as', 'organisation.sector'])
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute()
  return rows.map(({ organisation_id, slug, name, side, known_as, sector }) => ({
    organisation_id,
    slug,
    name: known_as ?? { sv: name ?? '' },
    side: side ?? sideOfSector(sector ?? ''),
  }))
}

interface Named {
  organisation_id: string | null
  name: string | null
  side: Side | null
}

/** Puts these arrangers in the place of those there were, and their names in lists and calendars. */
export async function setArrangers(
  tx: Writes,
  eventId: string,
  arrangers: readonly Named[],
  arrangedBy: Texts,
): Promise<void> {
  await tx.deleteFrom('event_arranger').where('event_id', '=', eventId).execute()
  for (const [index, one] of arrangers.entries())
    await tx
      .insertInto('event_arranger')
      .values({ id: newId(), event_id: eventId, position: index + 1, ...one })
      .execute()
  await nameArrangers(tx, eventId, arrangedBy)
}

export const nameArrangers = (tx: Writes, eventId: string, arrangedBy: Texts) =>
  tx
    .updateTable('event')
    .set({ arranged_by: json(arrangedBy) })
    .where('id', '=', eventId)
    .execute()

export const isRecorded = async (db: Reads, eventId: string): Promise<boolean> =>
  (await db
    .selectFrom('event_recorded')
    .select('event_id')
    .where('event_id', '=', eventId)
    .executeTakeFirst()) !== undefined

export async function setRecorded(
  tx: Writes,
  eventId: string,
  said: { recorded: boolean; by: string; now: Instant },
): Promise<void> {
  if (!said.recorded) await tx.deleteFrom('event_recorded').where('event_id', '=', eventId).execute()
  else
    await tx
      .insertInto('event_recorded')
      .values({ event_id: eventId, said_by: said.by, at: said.now })
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .execute()
}
