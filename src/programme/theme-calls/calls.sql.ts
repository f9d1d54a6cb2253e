import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { ThemeTables } from './tables.ts'

const calls = (db: Reads) =>
  db
    .selectFrom('theme_call')
    .innerJoin('series', 'series.id', 'theme_call.series_id')
    .leftJoin('event', 'event.id', 'theme_call.event_id')
    .leftJoin('event_audience', 'event_audience.event_id', 'event.id')
    .leftJoin('theme_decision as decision', 'decision.call_id', 'theme_call.id')
    .selectAll('theme_call')
    .select(['series.key as series_key', 'series.name as series_name', 'series.mark as series_mark'])
    .select(['event.slug as event_slug', 'event.title as event_title', 'event.starts_at as event_starts_at'])
    .select(['event.published_at as event_published_at', 'event_audience.unlisted as event_unlisted'])
    .select(['decision.theme', 'decision.reason', 'decision.proposal_id', 'decision.people'])
    .select('decision.decided_at')

export type Call = Awaited<ReturnType<typeof callsOfSeries>>[number]

export const callWithId = (db: Reads, id: string) =>
  calls(db).where('theme_call.id', '=', id).executeTakeFirst()

export const callOfEvent = (db: Reads, eventId: string) =>
  calls(db).where('theme_call.event_id', '=', eventId).executeTakeFirst()

/** The latest first. */
export const callsOfSeries = (db: Reads, seriesId: string) =>
  calls(db)
    .where('theme_call.series_id', '=', seriesId)
    .orderBy('theme_call.opens_at', 'desc')
    .orderBy('theme_call.id', 'desc')
    .limit(30)
    .execute()

/** Adds a call unless the same form was sent a moment ago. */
export const addCall = async (db: Writes, row: Insertable<ThemeTables['theme_call']>): Promise<boolean> => {
  const insert = db.insertInto('theme_call').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeCall = (db: Writes, id: string, change: Updateable<ThemeTables['theme_call']>) =>
  db.updateTable('theme_call').set(change).where('id', '=', id).execute()

/** Events of the series that are still to come and have no call, or this one: the theme may be theirs. */
export const eventsWithoutTheme = (db: Reads, seriesId: string, callId: string | null, now: Instant) =>
  db
    .selectFrom('event')
    .leftJoin('theme_call', 'theme_call.event_id', 'event.id')
    .select(['event.id', 'event.title', 'event.starts_at'])
    .where('event.series_id', '=', seriesId)
    .where('event.cancelled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('theme_call.id', '=', callId ?? ''),
        eb.and([eb('theme_call.id', 'is', null), eb('event.starts_at', '>', now)]),
      ]),
    )
    .orderBy('event.starts_at')
    .limit(50)
    .execute()

export const addDecision = (db: Writes, row: Insertable<ThemeTables['theme_decision']>) =>
  db.insertInto('theme_decision').values(row).execute()

export const addBacking = (db: Writes, row: ThemeTables['theme_backing']) =>
  db.insertInto('theme_backing').values(row).execute()

/** The parties that stand behind a theme, in the order in which they said so. */
export const backingsOf = (db: Reads, callId: string) =>
  db
    .selectFrom('theme_backing')
    .innerJoin('party', 'party.id', 'theme_backing.party_id')
    .innerJoin('person', 'person.id', 'theme_backing.person_id')
    .select(['theme_backing.party_id', 'party.name as party', 'person.name as person', 'theme_backing.at'])
    .where('theme_backing.call_id', '=', callId)
    .orderBy('theme_backing.at')
    .orderBy('party.position')
    .execute()
export type Backing = Awaited<ReturnType<typeof backingsOf>>[number]
