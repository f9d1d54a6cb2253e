import type { Insertable, Updateable } from 'kysely'
import type { ForumTables, Reads, Writes } from './tables.ts'

/** What an action must know of the event before it decides. */
export const eventToDecide = (db: Reads, eventId: string) =>
  db
    .selectFrom('event')
    .select(['id', 'slug', 'starts_at', 'ends_at', 'title'])
    .where('id', '=', eventId)
    .executeTakeFirst()

/** The event that notes are shown and written for, drafts and cancelled ones too. */
export const eventWithNotes = (db: Reads, eventId: string) =>
  db
    .selectFrom('event')
    .innerJoin('series', 'series.id', 'event.series_id')
    .select(['event.id', 'slug', 'title', 'starts_at', 'ends_at', 'published_at', 'cancelled_at'])
    .select('series.key as series_key')
    .where('event.id', '=', eventId)
    .executeTakeFirst()

export const noteOf = (db: Reads, eventId: string) =>
  db.selectFrom('note').selectAll().where('event_id', '=', eventId).executeTakeFirst()

export type Note = NonNullable<Awaited<ReturnType<typeof noteOf>>>

export const publishedNoteOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('note')
    .select(['id', 'said', 'agreed', 'published_at', 'approved_at', 'not_sent_because', 'erased_at'])
    .where('event_id', '=', eventId)
    .where('state', '=', 'published')
    .executeTakeFirst()

export const addNote = (db: Writes, row: Insertable<ForumTables['note']>) =>
  db.insertInto('note').values(row).execute()

export const changeNote = (db: Writes, id: string, row: Updateable<ForumTables['note']>) =>
  db.updateTable('note').set(row).where('id', '=', id).execute()
