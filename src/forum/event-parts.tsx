import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import { afterEvent } from './after-event.ts'
import { AfterEvent } from './after-event.page.tsx'
import type { CommitmentOf } from './commitments.ts'
import { EventDesk, ForumTasks } from './event-desk.page.tsx'
import { forumTasks } from './forum-tasks.ts'
import { type Mine, ownParts, publicParts } from './forum-parts.tsx'
import { notesAreLate } from './minutes/late-notes.rules.ts'
import { withoutPublished } from './minutes/reminders.sql.ts'
import { eventWithNotes, noteOf } from './notes.sql.ts'
import { ReportList, type Reported } from './report/report-list.page.tsx'
import { reportsAmong } from './report/report.sql.ts'
import { recommendationsOf } from './recommendations.sql.ts'
import type { Db } from './tables.ts'

type Part = (visit: Visit, eventId: string) => Promise<Child>
type OwnPart = (visit: Visit, mine: Mine) => Promise<Child>

/** Which of the events in a list have notes that are late. */
type LateNotes = (events: readonly Ended[], now: Instant) => Promise<ReadonlySet<string>>

/** Where the reports of some events are, and the list of them. */
interface Reports {
  reportsOf: (eventIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
  reportsPart: (visit: Visit, events: readonly Reported[]) => Promise<Child>
}

interface Ended {
  id: string
  ends_at: Instant
  cancelled_at: Instant | null
}

/** What this slice adds to the pages that the programme draws: app.tsx hands it over. */
export const eventParts = (
  db: Db,
  commitmentOf: CommitmentOf,
): Reports & {
  forumParts: Part
  ownParts: OwnPart
  afterEvent: Part
  eventDesk: Part
  lateNotes: LateNotes
} => ({
  reportsOf: (ids) => reportsAmong(db, ids),
  reportsPart: async (visit, events) => {
    const reports = await reportsAmong(
      db,
      events.map((one) => one.id),
    )
    return <ReportList visit={visit} events={events} reports={reports} />
  },
  lateNotes: async (events, now) => {
    const over = events.filter((one) => one.cancelled_at === null && notesAreLate(one.ends_at, now))
    return new Set(
      await withoutPublished(
        db,
        over.map((one) => one.id),
      ),
    )
  },
  forumParts: async (visit, eventId) => (
    <>{await Promise.all(publicParts.map((part) => part(db, visit, eventId)))}</>
  ),
  ownParts: async (visit, mine) => <>{await Promise.all(ownParts.map((part) => part(db, visit, mine)))}</>,
  async afterEvent(visit, eventId) {
    const after = await afterEvent(db, eventId, visit.now, commitmentOf)
    return after && <AfterEvent visit={visit} after={after} />
  },
  async eventDesk(visit, eventId) {
    const [event, note] = await Promise.all([eventWithNotes(db, eventId), noteOf(db, eventId)])
    const recommendations = await recommendationsOf(db, eventId)
    return (
      event && (
        <>
          {event.series_key === 'dialogforum' && forumTasks.length > 0 && (
            <ForumTasks visit={visit} eventId={eventId} />
          )}
          <EventDesk visit={visit} {...{ event, note, recommendations }} />
        </>
      )
    )
  },
})
