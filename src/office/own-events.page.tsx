import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Card, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { DeskItem } from './desk-item.ts'
import type { eventsOrganisedBy } from './events.sql.ts'

type OwnEvent = Awaited<ReturnType<typeof eventsOrganisedBy>>[number]

interface Props {
  visit: Visit
  events: readonly OwnEvent[]
  /** Those they act for. */
  organisations: readonly { slug: string; name: Texts }[]
  /** What a substitute answers for the party that named them. */
  answers: readonly DeskItem[]
  /** Questions that the office has asked them to answer. */
  given: readonly DeskItem[]
}

/** The desk of somebody who organises events and is no coordinator: their own events, and what each needs. */
export function OwnEventsPage({ visit, events, organisations, answers, given }: Props) {
  const { t, language, now } = visit
  const standsInFor = visit.member?.standsInFor
  return (
    <Page visit={visit} title={t('office.own.title')} lead={t('office.own.lead')}>
      {standsInFor && (
        <section class="stack" aria-labelledby="answers">
          <h2 id="answers">{t('office.own.answers', { party: inLanguage(standsInFor.name, language) })}</h2>
          {answers.length === 0 && <Empty>{t('office.own.answers-none')}</Empty>}
          <ul class="lined-list">
            {answers.map(({ text, path }) => (
              <li>
                <a href={visit.to(path)}>{text}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {given.length > 0 && (
        <section class="stack" aria-labelledby="given">
          <h2 id="given">{t('inbox.desk.given-title')}</h2>
          <ul class="lined-list">
            {given.map(({ text, path }) => (
              <li>
                <a href={visit.to(path)}>{text}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {organisations.length > 0 && (
        <section class="stack" aria-labelledby="acted-for">
          <h2 id="acted-for">
            <a href={visit.to('/network/mine')}>{t('organisations.mine.title')}</a>
          </h2>
          <ul class="lined-list">
            {organisations.map(({ slug, name }) => (
              <li>
                <a href={visit.to(`/network/organisations/${slug}`)}>
                  <Text of={name} t={t} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
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
