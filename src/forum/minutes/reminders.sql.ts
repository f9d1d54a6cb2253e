import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { ReminderDays } from './late-notes.rules.ts'

interface Ended {
  after: Instant
  before: Instant
}

/** Events that ended between two moments and whose minutes have gone to nobody yet. */
export const eventsWithoutMinutes = (db: Reads, { after, before }: Ended) =>
  db
    .selectFrom('event')
    .leftJoin('note', 'note.event_id', 'event.id')
    .select(['event.id', 'event.title', 'event.starts_at', 'event.ends_at'])
    .where('event.published_at', 'is not', null)
    .where('event.cancelled_at', 'is', null)
    .where('event.ends_at', '>', after)
    .where('event.ends_at', '<=', before)
    .where((eb) => eb.or([eb('note.id', 'is', null), eb('note.state', '=', 'draft')]))
    .orderBy('event.ends_at')
    .execute()

export const remindersOf = async (db: Reads, eventId: string): Promise<number[]> => {
  const rows = await db.selectFrom('note_reminder').select('days').where('event_id', '=', eventId).execute()
  return rows.map((row) => row.days)
}

export const addReminder = (db: Writes, eventId: string, days: ReminderDays, at: Instant) =>
  db.insertInto('note_reminder').values({ event_id: eventId, days, at }).execute()

const people = (db: Reads) =>
  db.selectFrom('person').select(['person.id', 'person.name', 'person.email', 'person.language'])

/** Those who look after an event; the coordinators when nobody else does. */
export async function whoLooksAfter(db: Reads, eventId: string) {
  const organisers = await people(db)
    .innerJoin('event_organiser', 'event_organiser.person_id', 'person.id')
    .where('event_organiser.event_id', '=', eventId)
    .orderBy('person.id')
    .execute()
  if (organisers.length > 0) return organisers
  return people(db)
    .where('person.id', 'in', (eb) =>
      eb.selectFrom('coordinator').select('coordinator.person_id').where('coordinator.until', 'is', null),
    )
    .orderBy('person.id')
    .execute()
}

/** Which of some events have no published minutes. */
export const withoutPublished = async (db: Reads, eventIds: readonly string[]): Promise<string[]> => {
  if (eventIds.length === 0) return []
  const rows = await db
    .selectFrom('note')
    .select('event_id')
    .where('event_id', 'in', eventIds)
    .where('state', '=', 'published')
    .execute()
  const published = new Set(rows.map((row) => row.event_id))
  return eventIds.filter((id) => !published.has(id))
}
