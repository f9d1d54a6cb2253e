import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { latestAnnouncements, type NewsReads } from '#news/index.ts'
import { dateAndTime, shortDate } from '#platform/dates.ts'
import { anyone, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { TagKind, ThreadStep } from '#platform/ui/parts.tsx'
import {
  type EventLine,
  EventRows,
  eventState,
  eventsOfYear,
  nextEvents,
  placeInBrief,
  type ProgrammeReads,
  promiseState,
  promises,
  SeatsBar,
  seatsByCapacity,
  type SeriesPromise,
  wayInFor,
  YearWheel,
} from '#programme/index.ts'
import { type EventCard, HomePage } from './home.page.tsx'

interface HomeOptions {
  /** One whole example of the red thread, once there is one. */
  exampleThread: (visit: Visit) => Promise<{ steps: readonly ThreadStep[]; href: string } | null>
}

type Db = ProgrammeReads & NewsReads

export const homeRoutes = (db: Db, { exampleThread }: HomeOptions) =>
  routes().get('/', anyone, async (c) => {
    const visit = c.var
    const year = Number(localDate(visit.now).slice(0, 4))
    const [[next, ...coming], ofYear, promised] = [
      await nextEvents(db, visit.now, comingMax + 1),
      await eventsOfYear(db, year),
      await promises(db, year, visit.now),
    ]
    const page = {
      next: next ? await cardOf(db, c, next) : null,
      coming: coming.length > 0 ? <EventRows visit={visit} events={coming} /> : null,
      promises: promised
        .filter((one) => one.yearly_min > 0)
        .map((one) => lineOf(visit, one, ofYear.length > 0)),
      wheel: wheelOf(visit, year, promised, ofYear),
      thread: await exampleThread(visit),
      news: await newsOf(db, visit),
    }
    return c.html(<HomePage visit={visit} {...page} />)
  })

const comingMax = 4
const newsMax = 3

async function cardOf(db: Db, c: Context<VisitEnv>, event: EventLine): Promise<EventCard> {
  const { t, to, now } = c.var
  const way = wayInFor(event, eventState(event, now))
  const groups = await seatsByCapacity(db, event.id)
  return {
    href: to(`/events/${event.slug}`),
    series: { name: event.series_name, mark: event.series_mark },
    title: event.title,
    when: dateAndTime(t.language, event.starts_at, event.ends_at),
    place: placeInBrief(t, event),
    signUp: way && {
      href: to(`/events/${event.slug}/sign-up`),
      way: way === 'sign-up' ? 'sign-up' : 'waiting-list',
    },
    seats: <SeatsBar t={t} capacity={event.capacity} taken={event.seats_taken} groups={groups} />,
  }
}

const tagOf: Record<ReturnType<typeof promiseState>, TagKind> = {
  kept: 'good',
  planned: 'waiting',
  missing: 'late',
  'without-number': 'plain',
}

// Before the first event of a year nothing is late: the year has yet to be planned.
const lineOf = ({ to }: Visit, one: SeriesPromise, hasBegun: boolean) => ({
  href: to(`/series/${one.key}`),
  ...{ name: one.name, mark: one.mark, promise: one.promise, held: one.held, coming: one.coming },
  state: hasBegun ? tagOf[promiseState(one)] : ('plain' as const),
})

function wheelOf(
  visit: Visit,
  year: number,
  series: readonly SeriesPromise[],
  events: readonly EventLine[],
): Child {
  const { t, to, now } = visit
  return (
    <YearWheel
      t={t}
      year={year}
      today={localDate(now)}
      series={series.map(({ key, name, mark }) => ({ key, name: inLanguage(name, t.language), mark }))}
      events={events.map((event) => ({
        date: localDate(event.starts_at),
        seriesKey: event.series_key,
        title: inLanguage(event.title, t.language),
        href: to(`/events/${event.slug}`),
        held: event.ends_at <= now,
      }))}
    />
  )
}

async function newsOf(db: Db, { to, language, now }: Visit) {
  const latest = await latestAnnouncements(db, now, newsMax)
  return latest.map(({ slug, title, published_at }) => ({
    href: to(`/news/${slug}`),
    title,
    date: shortDate(language, published_at),
  }))
}
