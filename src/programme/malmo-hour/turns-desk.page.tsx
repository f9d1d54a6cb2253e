import { dateAndTime, longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { SeriesRow } from '../tables.ts'
import { hourOf, queueOf, sideWithId, type Turns } from './load-turns.ts'
import type { ProposalRow } from './proposals.sql.ts'
import { turnInWords } from './side.page.tsx'
import type { SwapRow } from './swaps.sql.ts'

interface Hour {
  id: string
  title: Texts
  starts_at: string
  published_at: string | null
}

interface Props {
  visit: Visit
  series: SeriesRow
  turns: Turns
  /** The party that the reader coordinates for. */
  side: string
  /** What waits for its answer. */
  waiting: readonly ProposalRow[]
  hours: readonly Hour[]
}

export const turnsTrail = (visit: Visit, series: SeriesRow, withTurns = true) => [
  { href: visit.to('/office/series'), label: visit.t('programme.series-edit.title') },
  { href: visit.to(`/office/series/${series.key}`), label: inLanguage(series.name, visit.language) },
  ...(withTurns
    ? [{ href: visit.to(`/office/series/${series.key}/turns`), label: visit.t('malmo-hour.desk.title') }]
    : []),
]

/** What a side's office has to do about its turns: answer proposals and swaps, and fill its slots. */
export function TurnsDeskPage({ visit, series, turns, side, waiting, hours }: Props) {
  const { t, now, language } = visit
  const name = inLanguage(sideWithId(turns, side).name, language)
  return (
    <Page
      visit={visit}
      wide
      title={t('malmo-hour.desk.title')}
      lead={turnInWords(t, turns)}
      trail={turnsTrail(visit, series, false)}
    >
      <p>{t('malmo-hour.desk.yours', { side: name })}</p>
      <div class="grid">
        <Proposals visit={visit} title="waiting" list={waiting} turns={turns} />
        <Proposals
          visit={visit}
          title="accepted"
          list={[...queueOf(turns, side), ...scheduledOf(turns, side, now)]}
          turns={turns}
        />
      </div>
      <Swaps visit={visit} turns={turns} side={side} />
      <Hours visit={visit} turns={turns} hours={hours} />
    </Page>
  )
}

/** What a side will present, and has a slot for. */
const scheduledOf = (turns: Turns, side: string, now: string): ProposalRow[] =>
  turns.proposals.filter((one) => one.party_id === side && (hourOf(turns, one)?.hour.ends_at ?? '') >= now)

interface ProposalsProps extends Pick<Props, 'visit' | 'turns'> {
  title: 'waiting' | 'accepted'
  list: readonly ProposalRow[]
}

function Proposals({ visit, turns, title, list }: ProposalsProps) {
  const { t, language } = visit
  return (
    <section class="stack-tight" aria-labelledby={`hour-${title}`}>
      <h2 id={`hour-${title}`}>{t(`malmo-hour.desk.${title}`)}</h2>
      {list.length === 0 && <p class="quiet">{t(`malmo-hour.desk.none-${title}`)}</p>}
      <ul class="lined-list">
        {list.map((one) => {
          const slot = hourOf(turns, one)
          return (
            <li>
              <a href={visit.to(`/office/series/malmo-hour/proposals/${one.id}`)}>
                <span lang={one.language === language ? undefined : one.language}>{one.title}</span>
              </a>{' '}
              {slot && <span class="quiet">{longDate(language, slot.hour.starts_at)}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Swaps({ visit, turns, side }: Pick<Props, 'visit' | 'turns' | 'side'>) {
  const { t } = visit
  const own = turns.swaps.filter((swap) => swap.party_id === side || swap.other_party_id === side)
  return (
    <section class="stack-tight" aria-labelledby="hour-swaps">
      <h2 id="hour-swaps">{t('malmo-hour.desk.swaps')}</h2>
      {own.length === 0 && <p class="quiet">{t('malmo-hour.desk.none-swaps')}</p>}
      <ul class="lined-list">
        {own.toReversed().map((swap) => (
          <li class="row">
            <a href={visit.to(`/office/series/malmo-hour/swaps/${swap.id}`)}>
              {swapInWords(visit, turns, swap)}
            </a>
            {swap.answer === null && <Tag kind="waiting">{t('malmo-hour.swap.state.waiting')}</Tag>}
            {swap.answer !== null && <Tag>{t(`malmo-hour.swap.state.${swap.answer}`)}</Tag>}
          </li>
        ))}
      </ul>
      <Actions>
        <LinkButton variant="secondary" href={visit.to('/office/series/malmo-hour/swaps/new')}>
          {t('malmo-hour.swap.ask')}
        </LinkButton>
      </Actions>
    </section>
  )
}

/** Which two sides change slots, and on which days. */
export function swapInWords({ t, language }: Visit, turns: Turns, swap: SwapRow): string {
  const date = (id: string): string => {
    const slot = turns.slots.find((one) => one.id === id)
    return slot ? longDate(language, slot.hour.starts_at) : ''
  }
  return t('malmo-hour.swap.in-words', {
    side: inLanguage(sideWithId(turns, swap.party_id).name, language),
    date: date(swap.slot_id),
    other: inLanguage(sideWithId(turns, swap.other_party_id).name, language),
    otherDate: date(swap.other_slot_id),
  })
}

function Hours({ visit, turns, hours }: Pick<Props, 'visit' | 'turns' | 'hours'>) {
  const { t, language } = visit
  return (
    <section class="stack-tight" aria-labelledby="hour-hours">
      <h2 id="hour-hours">{t('malmo-hour.coming.title')}</h2>
      {hours.length === 0 && <Empty>{t('malmo-hour.coming.none')}</Empty>}
      <ul class="lined-list">
        {hours.map((hour) => {
          const slots = turns.slots.filter((slot) => slot.eventId === hour.id && !slot.isRemoved)
          const open = slots.filter(({ isTaken }) => !isTaken).length
          return (
            <li>
              <a href={visit.to(`/office/events/${hour.id}/slots`)}>
                <Text of={hour.title} t={t} />
              </a>
              , {dateAndTime(language, hour.starts_at)} ·{' '}
              {slots.length === 0
                ? t('malmo-hour.desk.no-slots')
                : t('malmo-hour.desk.slots', { slots: slots.length, open })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
