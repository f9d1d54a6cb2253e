import { sql } from 'kysely'
import { type Instant, instantAt, localDate } from '#platform/time.ts'
import { isListed } from '../invitations/for-whom.sql.ts'
import type { Reads } from '../tables.ts'

/** The moments at which a year begins, and the next one, where people live. */
const endsOf = (year: number): [Instant, Instant] => [
  instantAt(`${year}-01-01`, '00:00'),
  instantAt(`${year + 1}-01-01`, '00:00'),
]

/** What everybody can see counts: no drafts, nothing cancelled, nothing that is in no list. */
const seen = (db: Reads) =>
  db
    .selectFrom('event')
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where(isListed())

export interface Counted {
  held: number
  coming: number
}

/** How many events of each series, or of one, began in a year, by the id of the series. */
export async function countedIn(
  db: Reads,
  year: number,
  now: Instant,
  only: string | null,
): Promise<Map<string, Counted>> {
  const [from, to] = endsOf(year)
  const events = only ? seen(db).where('series_id', '=', only) : seen(db)
  const rows = await events
    .select(['series_id', (eb) => eb.fn.countAll<number>().as('all')])
    .select((eb) => eb.fn.sum<number>(eb.case().when('ends_at', '<=', now).then(1).else(0).end()).as('held'))
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .groupBy('series_id')
    .execute()
  return new Map(rows.map(({ series_id, all, held }) => [series_id, { held, coming: all - held }]))
}

/** What is to come of a series, soonest first; whoever ends its promise sees what that leaves behind. */
export const comingOf = (db: Reads, seriesId: string, now: Instant, max: number) =>
  db
    .selectFrom('event')
    .select(['slug', 'title', 'starts_at'])
    .where('series_id', '=', seriesId)
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', now)
    .where(isListed())
    .orderBy('starts_at')
    .limit(max)
    .execute()
export type ComingEvent = Awaited<ReturnType<typeof comingOf>>[number]

// A course is a handful of meetings; this is more than all courses around a year.
const meetingsMax = 300

/** When the meetings of a series around a year begin and end, to tell its courses apart. */
export async function meetingsAround(db: Reads, seriesId: string, year: number) {
  const rows = await seen(db)
    .leftJoin('course_session', 'course_session.event_id', 'event.id')
    .select(['starts_at', 'ends_at', 'course_session.course_id as course'])
    .where('series_id', '=', seriesId)
    .where('starts_at', '>=', instantAt(`${year - 1}-01-01`, '00:00'))
    .where('starts_at', '<', instantAt(`${year + 2}-01-01`, '00:00'))
    .orderBy('starts_at')
    .limit(meetingsMax)
    .execute()
  return rows.map(({ starts_at, ends_at, course }) => ({
    ...{ begins: localDate(starts_at), ends: localDate(ends_at) },
    course,
  }))
}

/** The first and last year in which anything that counts begins; null when nothing does. */
export async function yearsWithEvents(db: Reads): Promise<{ first: number; last: number } | null> {
  const row = await seen(db)
    .select([sql<string | null>`min(starts_at)`.as('first'), sql<string | null>`max(starts_at)`.as('last')])
    .executeTakeFirstOrThrow()
  const [first, last] = [row.first, row.last].map((at) => at && Number(localDate(at).slice(0, 4)))
  return first && last ? { first, last } : null
}
