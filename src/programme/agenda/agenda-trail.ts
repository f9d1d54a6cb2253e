import type { Visit } from '#platform/http.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'

/** The way to the pages below an event's programme. */
export const agendaTrail = (visit: Visit, event: ProgrammeEvent) => [
  ...eventTrail(visit, event),
  { href: visit.to(`/office/events/${event.id}/programme`), label: visit.t('agenda.title') },
]
