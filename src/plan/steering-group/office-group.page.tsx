import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Meetings, type MeetingsShown } from './meetings/meetings-part.page.tsx'
import { callTitle, StateOfCall } from './nominations/call-line.page.tsx'
import type { Call } from './nominations/calls.sql.ts'
import { nameOf, seatName } from './seats/seat-names.ts'
import { termOn } from './seats/seats.rules.ts'
import type { Seat } from './seats/seats.sql.ts'
import type { TermRow } from './tables.ts'

interface Props {
  visit: Visit
  seats: readonly Seat[]
  calls: readonly Call[]
  meetings: MeetingsShown
}

export const officeTrail = (visit: Visit) => [
  { href: visit.to('/office'), label: visit.t('office.title') },
  { href: visit.to('/office/steering-group'), label: visit.t('steering-group.office.title') },
]

/** The whole group for coordinators; each acts for their own party alone. */
export function OfficeGroupPage({ visit, seats, calls, meetings }: Props) {
  const { t } = visit
  const parties = Map.groupBy(seats, (seat) => seat.party_id)
  const own = visit.member?.party?.id
  return (
    <Page
      visit={visit}
      title={t('steering-group.office.title')}
      lead={t('steering-group.office.lead')}
      trail={officeTrail(visit).slice(0, 1)}
      wide
    >
      {[...parties.values()].map((ofParty) => (
        <PartySeats visit={visit} seats={ofParty} isOwn={ofParty[0]?.party_id === own} />
      ))}
      <Actions>
        <LinkButton variant="secondary" href={visit.to('/office/steering-group/seats/new')}>
          {t('steering-group.office.new-seat')}
        </LinkButton>
      </Actions>
      <section class="stack" aria-labelledby="calls">
        <h2 id="calls">{t('steering-group.office.calls')}</h2>
        {calls.length === 0 && <Empty>{t('steering-group.office.no-calls')}</Empty>}
        <ul class="lined-list">
          {calls.map((call) => (
            <li class="stack-tight">
              <p>
                <a href={visit.to(`/office/steering-group/calls/${call.id}`)}>{callTitle(visit, call)}</a>
              </p>
              <p>
                <StateOfCall visit={visit} call={call} />
              </p>
            </li>
          ))}
        </ul>
        <Actions>
          <LinkButton variant="secondary" href={visit.to('/office/steering-group/calls/new')}>
            {t('steering-group.office.new-call')}
          </LinkButton>
        </Actions>
      </section>
      <Meetings visit={visit} {...meetings} under="/office/steering-group/meetings" />
      <Actions>
        <LinkButton href={visit.to('/office/steering-group/meetings/new')}>
          {t('steering-group.office.new-meeting')}
        </LinkButton>
        <LinkButton variant="secondary" href={visit.to('/steering-group')}>
          {t('steering-group.office.public')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

interface PartyProps {
  visit: Visit
  seats: readonly Seat[]
  isOwn: boolean
}

function PartySeats({ visit, seats, isOwn }: PartyProps) {
  const { t, language } = visit
  const [first] = seats
  if (!first) return null
  return (
    <section class="stack-tight" aria-labelledby={`party-${first.party_key}`}>
      <h2 id={`party-${first.party_key}`}>{nameAtStart(first.party_name, language)}</h2>
      {!isOwn && (
        <p class="quiet">
          {t('steering-group.office.other-side', { party: inLanguage(first.party_name, language) })}
        </p>
      )}
      <ul class="lined-list">
        {seats.map((seat) => (
          <SeatLine visit={visit} seat={seat} isOwn={isOwn} />
        ))}
      </ul>
    </section>
  )
}

function SeatLine({ visit, seat, isOwn }: { visit: Visit; seat: Seat; isOwn: boolean }) {
  const { t, now } = visit
  const today = localDate(now)
  const member = termOn(seat.terms, 'member', today)
  const deputy = termOn(seat.terms, 'deputy', today)
  const name = `${t(`steering-group.body.${seat.body}`)}, ${seatName(visit, seat)}`
  const place = `/office/steering-group/seats/${seat.id}`
  return (
    <li class="stack-tight">
      <p class="capitalized">
        <strong>{name}</strong> {!member && <Tag kind="late">{t('steering-group.vacant')}</Tag>}
      </p>
      {[member, deputy].map((term) => term && <Holder visit={visit} term={term} isOwn={isOwn} />)}
      {isOwn && (
        <p class="row">
          <a href={visit.to(`${place}/fill`)}>
            {t('steering-group.office.fill')}
            <span class="unseen"> {name}</span>
          </a>
          {(member ?? deputy) && (
            <a href={visit.to(`${place}/leave`)}>
              {t('steering-group.office.leave')}
              <span class="unseen"> {name}</span>
            </a>
          )}
          <a href={visit.to(`${place}/edit`)}>
            {t('steering-group.office.edit')}
            <span class="unseen"> {name}</span>
          </a>
        </p>
      )}
    </li>
  )
}

/** A name without consent is known to its own side alone. */
function Holder({ visit, term, isOwn }: { visit: Visit; term: TermRow; isOwn: boolean }) {
  const { t, language } = visit
  const name = isOwn ? (term.person_name ?? nameOf(visit, term)) : nameOf(visit, term)
  return (
    <p>
      {term.kind === 'deputy' ? t('steering-group.deputy', { name }) : name}
      {', '}
      {t('steering-group.until', { date: dateInWords(language, term.left_on ?? term.ends_on) })}
      {isOwn && term.consented_at === null && (
        <span class="quiet"> {t('steering-group.office.not-shown')}</span>
      )}
    </p>
  )
}
