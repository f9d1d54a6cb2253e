import type { Context } from 'hono'
import { calendarFile } from '#platform/calendar.ts'
import type { VisitEnv } from '#platform/http.ts'
import { calendarEntry } from './calendar-entry.ts'
import type { ProgrammeEvent } from './events.sql.ts'

/** Events as a calendar file, named as the whole programme unless it says otherwise. */
export function sendCalendar(
  c: Context<VisitEnv>,
  events: readonly ProgrammeEvent[],
  name = c.var.site.name,
): Response {
  const { language, url } = c.var
  const file = calendarFile(
    name,
    events.map((event) => calendarEntry(event, language, url(`/events/${event.slug}`))),
  )
  return c.body(file, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
}
