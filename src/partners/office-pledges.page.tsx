import { CsvLink } from '#platform/ui/csv-link.tsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Tag } from '#platform/ui/parts.tsx'
import { workingDaysBetween } from '#platform/working-days.ts'
import type { PledgeState } from './pledge.rules.ts'
import type { Pledge } from './pledges.sql.ts'
import { amountSaid } from './said.ts'
import { PledgeTag } from './state.page.tsx'

/** The pledges that need somebody, and those that are over. */
export const pledgeFilters = ['open', 'given', 'ended'] as const
export type PledgeFilter = (typeof pledgeFilters)[number]
export const statesOf: Record<PledgeFilter, readonly PledgeState[]> = {
  open: ['received', 'talk', 'agreed'],
  given: ['given', 'thanked'],
  ended: ['declined', 'withdrawn'],
}

interface Props {
  visit: Visit
  pledges: readonly Pledge[]
  filter: PledgeFilter
}

/** What was pledged, and how far each has come. */
export function OfficePledgesPage({ visit, pledges, filter }: Props) {
  const { t, to } = visit
  return (
    <Page visit={visit} wide title={t('partners.office.title')} lead={t('partners.office.lead')}>
      <p>
        <a href={to('/office/pledges/needs')}>{t('partners.office.needs')}</a>
      </p>
      <nav class="tabs" aria-label={t('partners.office.filters')}>
        {pledgeFilters.map((one) => (
          <a href={to(`/office/pledges?filter=${one}`)} aria-current={one === filter ? 'page' : undefined}>
            {t(`partners.office.filter.${one}`)}
          </a>
        ))}
      </nav>
      {pledges.length === 0 ? (
        <Empty>{t('partners.office.none')}</Empty>
      ) : (
        <DataTable
          caption={t('partners.office.title')}
          captionUnseen
          onPhone="labels"
          head={['pledge', 'state', 'amount', 'due', 'giver'].map((column) =>
            t(`partners.office.column.${column}`),
          )}
          rows={pledges.map((pledge) => [
            <a href={to(`/office/pledges/${pledge.number}`)} lang={pledge.language}>
              {pledge.number}. {beginningOf(pledge.what) || t('partners.wiped')}
            </a>,
            <PledgeTag visit={visit} state={pledge.state} />,
            pledge.amount !== null && pledge.unit !== null && amountSaid(t, pledge.amount, pledge.unit),
            isDue(pledge) && <Due visit={visit} pledge={pledge} />,
            pledge.giver_name ?? t('partners.given.unnamed'),
          ])}
        />
      )}
      <CsvLink visit={visit} href="/office/pledges.csv" query={{ filter }} />
    </Page>
  )
}

const shownMax = 90

/** In lists a number that is a person's stands as dots. */
export function beginningOf(what: string): string {
  const { text } = withoutPersonalNumbers(what)
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text
}

/** Whether the office has promised to say something and has not done so yet. */
const isDue = ({ answer_due_on, answered_at, state }: Pledge): boolean =>
  state === 'received' && answered_at === null && answer_due_on !== null

/** By when the office promised to say something, and how late that is. */
export function Due({ visit: { t, language, now }, pledge }: { visit: Visit; pledge: Pledge }) {
  const { answer_due_on } = pledge
  if (!isDue(pledge) || answer_due_on === null) return <></>
  const left = workingDaysBetween(localDate(now), answer_due_on)
  return (
    <>
      {dateInWords(language, answer_due_on)}{' '}
      {left < 0 && <Tag kind="late">{t('partners.office.late', { days: -left })}</Tag>}
    </>
  )
}
