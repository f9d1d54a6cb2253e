import { CsvLink } from '#platform/ui/csv-link.tsx'
import { dateAndTime } from '#platform/dates.ts'
import type { Member, Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { StateTag } from './event-row.page.tsx'
import type { OfficeLine } from './office-events.sql.ts'

export interface OfficeView {
  which: 'draft' | 'coming' | 'past'
  mine: boolean
}

interface Props {
  visit: Visit
  member: Member
  view: OfficeView
  events: readonly OfficeLine[]
  next: string | null
}

export function OfficeEventsPage({ visit, member, view, events, next }: Props) {
  const { t } = visit
  const isCoordinator = member.party !== null
  const views = (['draft', 'coming', 'past'] as const).map((which) => ({ ...view, which }))
  return (
    <Page visit={visit} title={t('programme.edit.list-title')} trail={officeTrail(visit)} wide>
      {isCoordinator && (
        <Actions>
          <LinkButton href={visit.to('/office/events/new')}>{t('programme.edit.new')}</LinkButton>
        </Actions>
      )}
      <Tabs visit={visit} label={t('programme.edit.which')} view={view} views={views} by="which" />
      {isCoordinator && (
        <Tabs
          visit={visit}
          label={t('programme.edit.whose')}
          view={view}
          views={bothWhose(view)}
          by="whose"
        />
      )}
      {events.length > 0 ? (
        <DataTable
          caption={t(`programme.edit.which-${view.which}`)}
          captionUnseen
          onPhone="labels"
          head={['event', 'when', 'state', 'seats', 'waiting', 'came'].map((one) =>
            t(`programme.edit.column.${one}`),
          )}
          rows={events.map((event) => rowOf(visit, event))}
        />
      ) : (
        <Empty>
          <p>{t(`programme.edit.nothing-${view.which}`)}</p>
        </Empty>
      )}
      {next && (
        <p>
          <a href={officeAddress(visit, view, next)}>{t('programme.edit.more')}</a>
        </p>
      )}
      <CsvLink visit={visit} href="/office/events.csv" query={queryOf(view)} />
    </Page>
  )
}

export const officeTrail = (visit: Visit) => [
  { href: visit.to('/office'), label: visit.t('programme.edit.office') },
]

const bothWhose = (view: OfficeView): OfficeView[] => [
  { ...view, mine: false },
  { ...view, mine: true },
]

const queryOf = ({ which, mine }: OfficeView) => ({ which, ...(mine && { whose: 'mine' }) })

function officeAddress(visit: Visit, view: OfficeView, after?: string): string {
  const query = new URLSearchParams({ ...queryOf(view), ...(after && { after }) })
  return visit.to(`/office/events?${query.toString()}`)
}

interface TabsProps {
  visit: Visit
  label: string
  view: OfficeView
  views: readonly OfficeView[]
  by: 'which' | 'whose'
}

const Tabs = ({ visit, label, view, views, by }: TabsProps) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {views.map((one) => (
        <li>
          <a
            href={officeAddress(visit, one)}
            aria-current={one.which === view.which && one.mine === view.mine ? 'page' : undefined}
          >
            {by === 'which'
              ? visit.t(`programme.edit.which-${one.which}`)
              : visit.t(`programme.edit.whose-${one.mine ? 'mine' : 'all'}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const rowOf = (visit: Visit, event: OfficeLine) => [
  <a href={visit.to(`/office/events/${event.id}`)}>{inLanguage(event.title, visit.language)}</a>,
  dateAndTime(visit.language, event.starts_at, event.ends_at),
  <StateTag t={visit.t} event={event} now={visit.now} />,
  visit.t('programme.edit.seats-of', { taken: event.seats_taken, capacity: event.capacity }),
  String(event.waiting),
  String(event.came),
]
