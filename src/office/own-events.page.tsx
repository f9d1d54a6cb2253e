import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Card, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { eventsOrganisedBy } from './events.sql.ts'

type OwnEvent = Awaited<ReturnType<typeof eventsOrganisedBy>>[number]

interface Props {
  visit: Visit
  events: readonly OwnEvent[]
}

/** The desk of somebody who organises events and is no coordinator: their own events, and what each needs. */
export function OwnEventsPage({ visit, events }: Props) {
  const { t, language, now } = visit
  return (
    <Page visit={visit} title={t('office.own.title')} lead={t('office.own.lead')}>
      {events.length === 0 && <Empty>{t('office.own.none')}</Empty>}
      {events.map((event) => (
        <Card level={2} title={<Text of={event.title} t={t} />} href={visit.to(`/office/events/${event.id}`)}>
          <p>{dateAndTime(language, event.starts_at, event.ends_at)}</p>
          <p>{t(needOf(event, now), { taken: event.seats_taken, capacity: event.capacity })}</p>
        </Card>
      ))}
    </Page>
  )
}

/** What an event needs from those who organise it, as a key of the words. */
function needOf(event: OwnEvent, now: Instant): string {
  if (event.cancelled_at) return 'office.own.cancelled'
  if (!event.published_at) return 'office.own.draft'
  if (event.starts_at > now) return 'office.own.seats'
  return event.note_published_at ? 'office.own.done' : 'office.own.write-note'
}
