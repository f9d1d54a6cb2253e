import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, LinkButton, Notice, SeriesMark } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Arranger } from './arrangers/arrangers.sql.ts'
import { AgendaSection } from './agenda/agenda.page.tsx'
import type { Agenda } from './agenda/load-agenda.ts'
import { ChangesNotices } from './changes/changes.page.tsx'
import type { EventChange } from './changes/changes.sql.ts'
import { EventFacts } from './event-facts.page.tsx'
import { eventJsonLd, jsonForScript } from './event-json-ld.ts'
import { type EventState, eventState, wayIn, wayInFor } from './event-state.rules.ts'
import { sectorsInWords } from './invitations/for-whom-words.ts'
import { placeInBrief, StateTag } from './event-row.page.tsx'
import type { ProgrammeEvent } from './events.sql.ts'
import type { Group } from './groups.rules.ts'
import type { Capacity } from './capacity.ts'
import { MaterialsSection } from './materials/materials.page.tsx'
import type { Material } from './materials/materials.sql.ts'
import { SeatsBar } from './seats-bar.page.tsx'
import { KeptSeats } from './seats/kept-seats.page.tsx'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  groups: readonly Group[]
  /** For whom seats are kept, and how many of those have one. */
  kept: readonly { capacity: Capacity; kept: number; taken: number }[]
  waiting: number
  arrangers: readonly Arranger[]
  /** What happens at the event, what is left of it, and what about it was changed. */
  agenda: Agenda
  materials: readonly Material[]
  changes: readonly EventChange[]
  /** What those who came thought of it. */
  evaluation: Child
  /** Whether the visitor looks after this event. */
  looksAfter: boolean
  /** What was said and agreed. */
  after: Child
  /** What is peculiar to its series, and what every event shows beside. */
  parts: readonly Child[]
  /** Where it stands on the way from need to goal. */
  thread: Child
}

/** One address before, during and after the event. */
export function EventPage(props: Props) {
  const { visit, event, groups, waiting, looksAfter, agenda, after, thread } = props
  const { t, language } = visit
  const state = eventState(event, visit.now)
  const title = inLanguage(event.title, language)
  const isListed = state.name !== 'draft' && event.unlisted !== 1
  return (
    <Page
      visit={visit}
      title={title}
      heading={<Text of={event.title} t={t} />}
      description={inLanguage(event.lead, language)}
      lead={<Text of={event.lead} t={t} />}
      trail={[
        { href: visit.to('/calendar'), label: t('programme.calendar.name') },
        { href: visit.to(`/series/${event.series_key}`), label: inLanguage(event.series_name, language) },
      ]}
      head={isListed && <JsonLd {...props} />}
      wide
    >
      {looksAfter && <Office visit={visit} event={event} />}
      <div class={`with-card in-${event.series_mark}`}>
        <div class="says stack-wide">
          <State visit={visit} event={event} state={state} waiting={waiting} />
          <ChangesNotices visit={visit} changes={props.changes} />
          <LongText of={event.body} t={t} />
          <AgendaSection visit={visit} items={agenda.items} />
          {props.parts}
        </div>
        <div class="event-card">
          <EventFacts visit={visit} event={event} state={state} />
          {wayIn(state) && (
            <SeatsBar t={t} capacity={event.capacity} taken={event.seats_taken} groups={groups} />
          )}
          {wayIn(state) && <KeptSeats t={t} event={event} kept={props.kept} />}
        </div>
        <div class="more stack">
          <MaterialsSection visit={visit} materials={props.materials} />
          {after}
          {props.evaluation}
          {thread}
        </div>
      </div>
    </Page>
  )
}

interface StateProps {
  visit: Visit
  event: ProgrammeEvent
  state: EventState
  waiting: number
}

/** When and where, how it stands in words, and the one thing to do about it. */
function State({ visit, event, state, waiting }: StateProps) {
  const { t, language } = visit
  const way = wayInFor(event, state)
  return (
    <div class="stack">
      <p class="state-line">
        <SeriesMark mark={event.series_mark} />{' '}
        <strong>
          {dateAndTime(language, event.starts_at, event.ends_at)} · {placeInBrief(t, event)}
        </strong>
      </p>
      <p class="state-line">
        <StateTag t={t} event={event} now={visit.now} /> {stateInWords()}
      </p>
      {state.name === 'cancelled' && (
        <Notice kind="stopped" title={t('programme.event.why-cancelled')}>
          <LongText of={event.cancel_reason} t={t} />
        </Notice>
      )}
      <Actions>
        {way && (
          <LinkButton href={visit.to(`/events/${event.slug}/sign-up`)}>
            {t(`programme.event.way.${way}`)}
          </LinkButton>
        )}
        {state.name !== 'held' && state.name !== 'draft' && (
          <LinkButton
            variant={way ? 'secondary' : 'primary'}
            href={visit.to(`/events/${event.slug}/event.ics`)}
          >
            {t('programme.event.to-calendar')}
          </LinkButton>
        )}
      </Actions>
      {way && <p class="small quiet">{t('programme.event.no-account')}</p>}
      {event.for_whom === 'invitation' && wayIn(state) && (
        <Notice>{t('invitations.public.by-invitation')}</Notice>
      )}
      {event.for_whom === 'sectors' && way && (
        <Notice>{t('invitations.public.sectors', { sectors: sectorsInWords(t, event) })}</Notice>
      )}
    </div>
  )

  function stateInWords(): string {
    if (state.name === 'open') {
      const areKept = event.seats_kept >= state.placesLeft
      return t(areKept ? 'programme.event.state.open-kept' : 'programme.event.state.open')
    }
    if (state.name === 'full') return t('programme.event.state.full', { waiting })
    return t(`programme.event.state.${state.name}`)
  }
}

/** Shown to those who look after the event alone. */
const Office = ({ visit, event }: { visit: Visit; event: ProgrammeEvent }) => (
  <Notice>
    <p>
      {event.published_at === null && `${visit.t('programme.event.only-you-see')} `}
      {event.unlisted === 1 && `${visit.t('invitations.public.unlisted')} `}
      <a href={visit.to(`/office/events/${event.id}`)}>{visit.t('programme.event.to-office')}</a>
    </p>
  </Notice>
)

function JsonLd({ visit, event, agenda: { items }, arrangers }: Props) {
  const { language, now } = visit
  const us = { name: visit.site.name, url: visit.url('/') }
  const together = arrangers.map(({ slug, name }) => ({
    name: inLanguage(name, language),
    ...(slug && { url: visit.url(`/network/organisations/${slug}`) }),
  }))
  const url = visit.url(`/events/${event.slug}`)
  const organizer = together.length > 0 ? together : [us]
  const json = eventJsonLd(event, { language, url, organizer, now, items })
  return <script type="application/ld+json">{raw(jsonForScript(json))}</script>
}
