import type { Visit } from '#platform/http.ts'
import { LinkButton } from '#platform/ui/parts.tsx'

/** What other slices offer on an event's desk. */
export function EventDesk({ visit, eventId }: { visit: Visit; eventId: string }) {
  return (
    <LinkButton href={visit.to(`/office/events/${eventId}/notes`)} variant="secondary">
      {visit.t('site.write-notes')}
    </LinkButton>
  )
}
