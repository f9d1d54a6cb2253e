import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { StandingTag, standingToday } from '../standing.page.tsx'
import { callState } from './focus.rules.ts'
import type { Area, Call } from './focus.sql.ts'
import type { Work, YearOfAreas } from './load-focus.ts'

interface Props {
  visit: Visit
  years: readonly YearOfAreas[]
  work: Work
  calls: readonly Call[]
}

/** What each year is about: this year's focus areas first, with what is done under each. */
export function FocusAreasPage({ visit, years, work, calls }: Props) {
  const { t, now } = visit
  const today = localDate(now)
  const open = calls.filter((call) => callState(call, today) !== 'closed')
  return (
    <Page
      visit={visit}
      title={t('focus-areas.title')}
      lead={t('focus-areas.lead')}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      {open.map((call) => (
        <Notice kind="info" title={t('focus-areas.call.title', { year: call.year })}>
          <CallDays visit={visit} call={call} />{' '}
          <a href={visit.to(`/focus-areas/${call.year}`)}>{t('focus-areas.call.go')}</a>
        </Notice>
      ))}
      {years.length === 0 && <Empty>{t('focus-areas.none')}</Empty>}
      {years.map((one) => (
        <section class="stack" id={`year-${one.year}`} aria-labelledby={`heading-${one.year}`}>
          <h2 id={`heading-${one.year}`}>{one.year}</h2>
          {one.areas.map((area) => (
            <AreaCard visit={visit} area={area} work={work} years={years} />
          ))}
          <p>
            <a href={visit.to(`/focus-areas/${one.year}`)}>
              {t('focus-areas.how-chosen', { year: one.year })}
            </a>
          </p>
        </section>
      ))}
      {visit.member?.party && (
        <Actions>
          <LinkButton href={visit.to('/office/focus-areas')} variant="secondary">
            {t('focus-areas.to-office')}
          </LinkButton>
        </Actions>
      )}
    </Page>
  )
}

export const CallDays = ({ visit, call }: { visit: Visit; call: Call }) => {
  const { t, language, now } = visit
  return t(`focus-areas.call.${callState(call, localDate(now))}`, {
    opens: dateInWords(language, call.opens_on),
    closes: dateInWords(language, call.closes_on),
  })
}

interface AreaProps {
  visit: Visit
  area: Area
  work: Work
  years: readonly YearOfAreas[]
}

function AreaCard({ visit, area, work, years }: AreaProps) {
  const { t } = visit
  const { proposal_id } = area
  const others = years.flatMap(({ year, areas }) =>
    year !== area.year && proposal_id && areas.some((one) => one.proposal_id === proposal_id) ? [year] : [],
  )
  return (
    <article class="stack-tight">
      <h3>
        <Text of={area.title} t={t} />
      </h3>
      <LongText of={area.about} t={t} />
      {others.length > 0 && (
        <p class="quiet">{t('focus-areas.also-in', { years: others.toSorted().join(', ') })}</p>
      )}
      <WorkList visit={visit} area={area} work={work} />
      {proposal_id && (
        <p>
          <a href={visit.to(`/thread/focus-area/${proposal_id}`)}>{t('thread.follow')}</a>
        </p>
      )}
    </article>
  )
}

/** What was and is done under an area in its year; a commitment in every year that the area is chosen for. */
function WorkList({ visit, area, work }: Omit<AreaProps, 'years'>) {
  const { t, language } = visit
  const events = work.events.filter(
    (one) => one.proposal_id === area.proposal_id && localDate(one.starts_at).startsWith(String(area.year)),
  )
  const commitments = work.commitments.filter((one) => one.proposal_id === area.proposal_id)
  if (events.length + commitments.length === 0) return <p class="quiet">{t('focus-areas.nothing-yet')}</p>
  return (
    <ul>
      {events.map(({ slug, title, starts_at, ends_at }) => (
        <li>
          <a href={visit.to(`/events/${slug}`)}>
            <Text of={title} t={t} />
          </a>
          , {dateAndTime(language, starts_at, ends_at)}
        </li>
      ))}
      {commitments.map((commitment) => (
        <li>
          <a href={visit.to(`/plan/commitments/${commitment.number}`)}>
            {t('plan.commitment.title', {
              number: commitment.number,
              title: inLanguage(commitment.title, language),
            })}
          </a>{' '}
          <StandingTag visit={visit} standing={standingToday(visit, commitment)} />
        </li>
      ))}
    </ul>
  )
}
