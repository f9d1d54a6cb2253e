import type { Child } from 'hono/jsx'
import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, LinkButton } from '#platform/ui/parts.tsx'
import { StateTag } from './event-row.page.tsx'
import type { Organiser } from './event-filled.ts'
import { EventTasks } from './event-tasks.page.tsx'
import type { ProgrammeEvent } from './events.sql.ts'
import { forWhomInWords } from './invitations/for-whom-words.ts'
import { officeTrail } from './office-list.page.tsx'
import type { Expectation } from './seats/expectation.ts'
import type { Attended } from './sign-up/attendance.rules.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  organisers: readonly Organiser[]
  waiting: number
  /** What the series' latest events tell of this one. */
  expectation: Expectation | null
  attendance: Attended
  /** What the rooms of the programme say here: which side is missing, who has not signed up yet. */
  parts: Child[]
  /** What other slices offer here, such as writing the notes. */
  more: Child
}

/** The desk of one event: how it stands, and everything that can be done about it. */
export function OfficeEventPage(props: Props) {
  const { visit, event, organisers, waiting, more } = props
  const { t, language, now } = visit
  const at = (path: string): string => visit.to(`/office/events/${event.id}${path}`)
  const isDraft = event.published_at === null
  return (
    <Page visit={visit} wide title={inLanguage(event.title, language)} trail={eventTrail(visit).slice(0, 2)}>
      <p class="state-line">
        <StateTag t={t} event={event} now={now} />
      </p>
      <Facts
        rows={[
          [t('programme.event.when'), dateAndTime(language, event.starts_at, event.ends_at)],
          [
            t('programme.edit.column.seats'),
            t('programme.edit.seats-of', { taken: event.seats_taken, capacity: event.capacity }),
          ],
          [t('programme.edit.column.waiting'), String(waiting)],
          whoComes(props),
          [t('invitations.list.for-whom'), forWhomInWords(t, event)],
          [t('arrangers.title'), inLanguage(event.arranged_by, language)],
          [
            t('programme.edit.organisers'),
            organisers.map(({ name, email }) => `${name} (${email})`).join(', '),
          ],
        ]}
      />
      <Actions>
        {isDraft && <LinkButton href={at('/publish')}>{t('programme.edit.publish')}</LinkButton>}
        {!isDraft && <LinkButton href={at('/door')}>{t('programme.edit.door')}</LinkButton>}
        {!isDraft && (
          <LinkButton variant="secondary" href={at('/sign-ups')}>
            {t('programme.edit.sign-ups')}
          </LinkButton>
        )}
        <LinkButton variant="secondary" href={at('/invitations')}>
          {t('invitations.list.link')}
        </LinkButton>
        <LinkButton variant="secondary" href={at('/edit')}>
          {t('programme.edit.edit')}
        </LinkButton>
      </Actions>
      {props.parts}
      {more}
      <EventTasks visit={visit} event={event} />
      <p>
        <a href={visit.to(`/events/${event.slug}`)}>{t('programme.edit.see-page')}</a>
      </p>
    </Page>
  )
}

/** Before the event how many will probably come, and after it how many did: numbers alone, never who stayed away. */
function whoComes({ visit, event, expectation, attendance }: Props): [string, string | null] {
  const { t, now } = visit
  const { seats, came } = attendance
  if (event.starts_at <= now)
    return [t('seats.came-label'), came > 0 ? t('seats.came', { came, seats, missed: seats - came }) : null]
  const percent = Math.round((expectation?.share ?? 0) * 100)
  const values = { expected: expectation?.expected ?? 0, taken: event.seats_taken, percent }
  // Of nobody, nobody comes: that says nothing.
  const isSaid = expectation !== null && event.seats_taken > 0
  return [t('seats.expected-label'), isSaid ? t('seats.expected', values) : null]
}

/** The way to the pages below an event's desk. */
export const eventTrail = (visit: Visit, event?: ProgrammeEvent) => [
  ...officeTrail(visit),
  { href: visit.to('/office/events'), label: visit.t('programme.edit.list-title') },
  ...(event
    ? [{ href: visit.to(`/office/events/${event.id}`), label: inLanguage(event.title, visit.language) }]
    : []),
]
