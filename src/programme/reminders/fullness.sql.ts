import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { FullnessLevel, Reads, Writes } from '../tables.ts'

/** Events to come that are at least so full, in per cent. */
export const eventsAsFullAs = (db: Reads, level: number, now: Instant) =>
  db
    .selectFrom('event')
    .select(['id', 'capacity', 'seats_taken'])
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', now)
    .where((eb) => eb(eb('seats_taken', '*', 100), '>=', eb('capacity', '*', level)))
    .execute()

export const levelsTold = async (db: Reads, eventIds: readonly string[]) =>
  eventIds.length === 0
    ? []
    : await db.selectFrom('fullness_told').selectAll().where('event_id', 'in', eventIds).execute()

/** Writes down that a level is being told of; false when it was already. */
export async function noteTold(
  tx: Writes,
  eventId: string,
  level: FullnessLevel,
  at: Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('fullness_told')
    .values({ event_id: eventId, level, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export interface Caretaker {
  id: string
  name: string
  email: string
  language: Language
}

/** Who looks after an event: its organisers, or the coordinators where it has none. */
export async function caretakersOf(db: Reads, eventId: string): Promise<Caretaker[]> {
  const people = db
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .orderBy('person.id')
  const organisers = await people
    .innerJoin('event_organiser', 'event_organiser.person_id', 'person.id')
    .where('event_organiser.event_id', '=', eventId)
    .execute()
  if (organisers.length > 0) return organisers
  return people
    .where('person.id', 'in', (eb) =>
      eb.selectFrom('coordinator').select('person_id').where('until', 'is', null),
    )
    .execute()
}
