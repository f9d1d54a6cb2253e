import type { Context } from 'hono'
import { latestAnnouncements, type NewsReads } from '#news/index.ts'
import { dateAndTime, shortDate } from '#platform/dates.ts'
import { anyone, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import type { ThreadStep } from '#platform/ui/parts.tsx'
import {
  type EventLine,
  EventRows,
  eventState,
  loadYear,
  nextEvents,
  placeInBrief,
  type ProgrammeReads,
  SeatsBar,
  seatsByCapacity,
  thisYear,
  wayInFor,
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
    const [next, ...coming] = await nextEvents(db, visit.now, comingMax + 1)
    const page = {
      next: next ? await cardOf(db, c, next) : null,
      coming: coming.length > 0 ? <EventRows visit={visit} events={coming} /> : null,
      loaded: await loadYear(db, thisYear(visit.now), visit.now),
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

async function newsOf(db: Db, { to, language, now }: Visit) {
  const latest = await latestAnnouncements(db, now, newsMax)
  return latest.map(({ slug, title, published_at }) => ({
    href: to(`/news/${slug}`),
    title,
    date: shortDate(language, published_at),
  }))
}
