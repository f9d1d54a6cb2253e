import { sql } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads } from './tables.ts'

/** Published events to come that can still be signed up to. */
const open = (db: Reads, now: Instant) =>
  db
    .selectFrom('event')
    .select(['event.id', 'event.title', 'event.starts_at', 'event.capacity', 'event.seats_taken'])
    .where('event.published_at', 'is not', null)
    .where('event.cancelled_at', 'is', null)
    .where('event.starts_at', '>', now)
    .where('event.sign_up_closes_at', '>', now)
    .orderBy('event.starts_at')
    .orderBy('event.id')

/** Those that have at least this share of their seats taken, with how many wait. */
export const fillingEvents = (db: Reads, now: Instant, percent: number, limit: number) =>
  open(db, now)
    .where(sql<boolean>`event.seats_taken * 100 >= event.capacity * ${sql.lit(percent)}`)
    .select((eb) =>
      eb
        .selectFrom('sign_up')
        .select((one) => one.fn.countAll<number>().as('waiting'))
        .whereRef('sign_up.event_id', '=', 'event.id')
        .where('sign_up.state', '=', 'waiting')
        .$asScalar()
        .$notNull()
        .as('waiting'),
    )
    .limit(limit)
    .execute()

interface Few {
  until: Instant
  percent: number
  limit: number
}

/** Those that begin before a moment and have less than this share of their seats taken. */
export const eventsWithFewSignUps = (db: Reads, now: Instant, { until, percent, limit }: Few) =>
  open(db, now)
    .where('event.starts_at', '<=', until)
    .where(sql<boolean>`event.seats_taken * 100 < event.capacity * ${sql.lit(percent)}`)
    .limit(limit)
    .execute()

/** Events that were written and never published, the next first. */
export const draftEvents = (db: Reads, limit: number) =>
  db
    .selectFrom('event')
    .select(['id', 'title', 'starts_at'])
    .where('published_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at')
    .limit(limit)
    .execute()

/** The events that somebody organises, from a moment on. */
export const eventsOrganisedBy = (db: Reads, personId: string, after: Instant, limit: number) =>
  db
    .selectFrom('event')
    .innerJoin('event_organiser', 'event_organiser.event_id', 'event.id')
    .leftJoin('note', 'note.event_id', 'event.id')
    .select([
      'event.id',
      'event.title',
      'event.starts_at',
      'event.ends_at',
      'event.capacity',
      'event.seats_taken',
    ])
    .select(['event.published_at', 'event.cancelled_at', 'note.published_at as note_published_at'])
    .where('event_organiser.person_id', '=', personId)
    .where('event.ends_at', '>', after)
    .orderBy('event.starts_at')
    .limit(limit)
    .execute()
