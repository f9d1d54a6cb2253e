import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { CallLine } from './nominations/call-line.page.tsx'
import type { Call } from './nominations/calls.sql.ts'
import { SeatTable } from './seats/seat-table.page.tsx'
import { lastDayOf } from './seats/seats.rules.ts'
import type { Seat } from './seats/seats.sql.ts'
import { nameOf, seatName } from './seats/seat-names.ts'
import { Meetings, type MeetingsShown } from './meetings/meetings-part.page.tsx'

export interface GroupFacts {
  visit: Visit
  seats: readonly Seat[]
  calls: readonly Call[]
  coordinators: readonly { party_name: Seat['party_name'] }[]
  meetings: MeetingsShown
}

/** Who steers the work: seats and those who have agreed to be named, meetings, decisions, and open calls. */
export function GroupPage(props: GroupFacts) {
  const { visit, seats, calls } = props
  const { t } = visit
  const own = seats.filter((one) => one.body === 'steering-group')
  const committee = seats.filter((one) => one.body === 'nomination-committee')
  return (
    <Page
      visit={visit}
      title={t('steering-group.title')}
      lead={t('steering-group.lead')}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
      wide
    >
      {calls.length > 0 && (
        <ul class="lined-list">
          {calls.map((call) => (
            <CallLine visit={visit} call={call} />
          ))}
        </ul>
      )}
      <section class="stack">
        <h2 id="seats">{t('steering-group.seats')}</h2>
        {own.length === 0 ? (
          <Empty>{t('steering-group.no-seats')}</Empty>
        ) : (
          <SeatTable visit={visit} seats={own} caption={t('steering-group.seats')} />
        )}
        <Coordinators {...props} />
      </section>
      <Meetings visit={visit} {...props.meetings} />
      {committee.length > 0 && (
        <section class="stack">
          <h2 id="committee">{t('steering-group.committee')}</h2>
          <p>{t('steering-group.committee-lead')}</p>
          <SeatTable visit={visit} seats={committee} caption={t('steering-group.committee')} />
        </section>
      )}
      <Earlier visit={visit} seats={seats} />
      {visit.member?.party && (
        <Actions>
          <LinkButton variant="secondary" href={visit.to('/office/steering-group')}>
            {t('steering-group.to-office')}
          </LinkButton>
        </Actions>
      )}
    </Page>
  )
}

/** They are co-opted: they are there and report, and have no seat. */
function Coordinators({ visit, coordinators }: GroupFacts) {
  const { t, language } = visit
  const parties = [...new Set(coordinators.map((one) => inLanguage(one.party_name, language)))]
  if (parties.length === 0) return null
  const list = new Intl.ListFormat(language).format(parties)
  return <p class="quiet">{t('steering-group.co-opted', { parties: list, count: coordinators.length })}</p>
}

/** Who sat there before. */
function Earlier({ visit, seats }: Pick<GroupFacts, 'visit' | 'seats'>) {
  const { t, language, now } = visit
  const today = localDate(now)
  const rows = seats.flatMap((seat) =>
    seat.terms.filter((term) => lastDayOf(term) < today).map((term) => ({ seat, term })),
  )
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <h2 id="earlier">{t('steering-group.earlier')}</h2>
      <DataTable
        caption={t('steering-group.earlier')}
        captionUnseen
        onPhone="lines"
        head={[
          t('steering-group.column.seat'),
          t('steering-group.column.who'),
          t('steering-group.column.time'),
        ]}
        rows={rows
          .toSorted((one, other) => (lastDayOf(one.term) < lastDayOf(other.term) ? 1 : -1))
          .map(({ seat, term }) => [
            seatName(visit, seat),
            nameOf(visit, term),
            <>
              {t('steering-group.term', {
                from: dateInWords(language, term.starts_on),
                until: dateInWords(language, lastDayOf(term)),
              })}
              {term.left_on && <LongText of={term.left_because} t={t} />}
            </>,
          ])}
      />
    </section>
  )
}
