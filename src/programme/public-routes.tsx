import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { calendarFile } from '#platform/calendar.ts'
import { found } from '#platform/errors.ts'
import { anyone, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { arrangersOf } from './arrangers/arrangers.sql.ts'
import { loadAgenda } from './agenda/load-agenda.ts'
import type { ReportsOf } from './chains/make-workshop.ts'
import { calendarEntry } from './calendar-entry.ts'
import { CalendarPage } from './calendar.page.tsx'
import { changesOf } from './changes/changes.sql.ts'
import { EventPage } from './event.page.tsx'
import {
  eventOrDraftWithSlug,
  eventsForCalendars,
  eventsOnPage,
  type EventLine,
  eventWithSlug,
  type ProgrammeEvent,
  seatsByCapacity,
  waitingCount,
} from './events.sql.ts'
import { publicMaterialsOf } from './materials/materials.sql.ts'
import { eventParts, heartOf } from './hearts.tsx'
import { EvaluationSection, resultsOf } from './evaluation/index.ts'
import { looksAfter } from './organiser.ts'
import { keptSeats } from './sign-up/seats.sql.ts'
import { pageLength, pageOf, readCursor } from './pages.ts'
import { type PromiseOptions, promisedBy, standingsOf, thisYear } from './promises/index.ts'
import { SeriesListPage } from './series-list.page.tsx'
import { SeriesPage } from './series.page.tsx'
import { seriesInOrder, seriesWithKey } from './series.sql.ts'
import type { Db, SeriesRow } from './tables.ts'

type C = Context<VisitEnv>

/** What higher slices show on the pages of this one; app.tsx passes it in. */
export interface Slots extends PromiseOptions {
  /** What can be done and seen before a forum, on an event's page. */
  forumParts?: (visit: Visit, eventId: string) => Promise<Child>
  /** What was said and agreed, on an event's page. */
  afterEvent?: (visit: Visit, eventId: string) => Promise<Child>
  /** Where an event stands on the way from need to goal. */
  thread?: (visit: Visit, eventId: string) => Promise<Child>
  /** The reports of some events, as a list for the page of their series. */
  reportsPart?: (visit: Visit, events: readonly EventLine[]) => Promise<Child>
  /** Where the reports of some events are, by event. */
  reportsOf?: ReportsOf
  /** Which of some events have notes that are late. */
  lateNotes?: (events: readonly EventLine[], now: Instant) => Promise<ReadonlySet<string>>
  /** Where one asks to be told of a series' next event. */
  followSeries?: (visit: Visit, series: SeriesRow) => Child
}

export const publicRoutes = (db: Db, slots: Slots) =>
  routes()
    .get('/calendar', anyone, async (c) => c.html(await calendarPage(db, c, slots)))
    .get('/calendar.ics', anyone, async (c) => sendCalendar(c, await eventsForCalendars(db, null, c.var.now)))
    .get('/events/:slug', anyone, async (c) => c.html(await eventPage(db, c, c.req.param('slug'), slots)))
    .get('/events/:slug/event.ics', anyone, async (c) => {
      const event = found(await eventWithSlug(db, c.req.param('slug')), 'event')
      return sendCalendar(c, [event], '')
    })
    .get('/series', anyone, async (c) => {
      const { now } = c.var
      const lines = await standingsOf(db, thisYear(now), now)
      return c.html(<SeriesListPage visit={c.var} year={thisYear(now)} lines={lines} />)
    })
    .get('/series/:key', anyone, async (c) => c.html(await seriesPage(db, c, c.req.param('key'), slots)))
    .get('/series/:key/calendar.ics', anyone, async (c) => {
      const series = found(await seriesWithKey(db, c.req.param('key')), 'series')
      const events = await eventsForCalendars(db, series.id, c.var.now)
      return sendCalendar(c, events, inLanguage(series.name, c.var.language))
    })

async function calendarPage(db: Db, c: C, { lateNotes = noneLate }: Slots) {
  const { now } = c.var
  const when = c.req.query('when') === 'past' ? 'past' : 'coming'
  const allSeries = await seriesInOrder(db)
  const only = allSeries.find(({ key }) => key === c.req.query('series')) ?? null
  const after = readCursor(c.req.query('after'))
  const wanted = { when, seriesId: only?.id ?? null, after, now, max: pageLength + 1 } as const
  const { rows, next } = pageOf(await eventsOnPage(db, wanted))
  const page = {
    visit: c.var,
    when,
    only,
    allSeries,
    events: rows,
    late: await lateNotes(rows, now),
    next,
    isFirstPage: after === null,
  } as const
  return <CalendarPage {...page} />
}

async function eventPage(db: Db, c: C, slug: string, { forumParts, afterEvent, thread }: Slots) {
  const event = found(await eventOrDraftWithSlug(db, slug), 'event')
  const isTheirs = await looksAfter(db, c.var.member, event.id)
  const isShown = event.published_at !== null && event.unlisted === 0
  found(isShown || isTheirs || null, 'published event')
  const [groups, waiting] = await Promise.all([seatsByCapacity(db, event.id), waitingCount(db, event.id)])
  const after = (await afterEvent?.(c.var, event.id)) ?? null
  const beads = (await thread?.(c.var, event.id)) ?? null
  const agenda = await loadAgenda(db, event)
  const materials = await publicMaterialsOf(db, event.id)
  const changes = event.cancelled_at ? [] : await changesOf(db, event.id)
  const results = await resultsOf(db, event, c.var.now)
  const evaluation = <EvaluationSection visit={c.var} event={event} results={results} />
  const kept = await keptSeats(db, event.id)
  const arrangers = await arrangersOf(db, event.id)
  const forum = (await forumParts?.(c.var, event.id)) ?? null
  const parts = [forum, ...(await eventParts(db, c.var, event))]
  const meeting = { agenda, materials, changes, evaluation, kept, parts }
  const page = {
    visit: c.var,
    event,
    groups,
    arrangers,
    waiting,
    looksAfter: isTheirs,
    after,
    thread: beads,
    ...meeting,
  }
  return <EventPage {...page} />
}

async function seriesPage(db: Db, c: C, key: string, slots: Slots) {
  const { followSeries, lateNotes = noneLate } = slots
  const { now } = c.var
  const series = found(await seriesWithKey(db, key), 'series')
  const wanted = { seriesId: series.id, after: null, now }
  const coming = await eventsOnPage(db, { ...wanted, when: 'coming', max: 20 })
  const past = await eventsOnPage(db, { ...wanted, when: 'past', max: 10 })
  const late = await lateNotes(past, now)
  const { line, promised } = await promisedBy(db, c.var, series, slots)
  const follow = followSeries?.(c.var, series) ?? null
  const heart = (
    <>
      {(await heartOf(key).series?.(db, c.var, series)) ?? null}
      {(await slots.reportsPart?.(c.var, past)) ?? null}
    </>
  )
  return <SeriesPage visit={c.var} {...{ series, line, promised, coming, past, late, follow, heart }} />
}

const noneLate = (): Promise<ReadonlySet<string>> => Promise.resolve(new Set())

/** A calendar file, named as the whole programme unless it says otherwise. */
function sendCalendar(c: C, events: readonly ProgrammeEvent[], name = c.var.site.name): Response {
  const { language, url } = c.var
  const file = calendarFile(
    name,
    events.map((event) => calendarEntry(event, language, url(`/events/${event.slug}`))),
  )
  return c.body(file, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
}
