import { type Instant, localDate } from '#platform/time.ts'
import type { Reads } from './tables.ts'

/** Where things can be made of an idea now: series, open calls for themes, forums to come, and goals of the plan. */
export async function placesToMake(db: Reads, now: Instant) {
  const series = await db.selectFrom('series').select(['key', 'name']).orderBy('position').execute()
  const calls = await db
    .selectFrom('theme_call')
    .innerJoin('series', 'series.id', 'theme_call.series_id')
    .leftJoin('theme_decision', 'theme_decision.call_id', 'theme_call.id')
    .leftJoin('event', 'event.id', 'theme_call.event_id')
    .select(['theme_call.id', 'theme_call.closes_at', 'series.name', 'event.title'])
    .where('theme_decision.call_id', 'is', null)
    .where('theme_call.opens_at', '<=', now)
    .where('theme_call.closes_at', '>', now)
    .orderBy('theme_call.closes_at')
    .execute()
  const forums = await db
    .selectFrom('event')
    .innerJoin('series', 'series.id', 'event.series_id')
    .select(['event.id', 'event.title', 'event.starts_at'])
    .where('series.key', '=', 'dialogforum')
    .where('event.cancelled_at', 'is', null)
    .where('event.starts_at', '>', now)
    .orderBy('event.starts_at')
    .execute()
  const today = localDate(now)
  const plan = await db
    .selectFrom('plan')
    .select(['starts_on', 'ends_on'])
    .where('adopted_on', 'is not', null)
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .orderBy('starts_on', 'desc')
    .executeTakeFirst()
  const goals = await db
    .selectFrom('goal')
    .select(['id', 'number', 'title'])
    .where('adopted_at', 'is not', null)
    .where('closed_at', 'is', null)
    .orderBy('number')
    .execute()
  return { series, calls, forums, plan, goals }
}

export type PlacesToMake = Awaited<ReturnType<typeof placesToMake>>

/** Who can see to an idea: the coordinators of today. */
export const coordinatorsNow = (db: Reads, now: Instant) =>
  db
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .innerJoin('party', 'party.id', 'coordinator.party_id')
    .select(['person.id', 'person.name', 'party.name as party'])
    .where('coordinator.since', '<=', now)
    .where((eb) => eb.or([eb('coordinator.until', 'is', null), eb('coordinator.until', '>', now)]))
    .orderBy('person.name')
    .execute()

export type Officer = Awaited<ReturnType<typeof coordinatorsNow>>[number]
