import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { shownAs } from './gift.rules.ts'
import type { Gift } from './gifts.sql.ts'
import { PartnerName, Sums, WentTo } from './given.page.tsx'
import { giftSaid } from './said.ts'
import { partnersTrail } from './trails.ts'

/** What came out of a year, out of its report. The report stands above this slice, so it is handed in. */
export interface Outcome {
  year: number
  /** Years that can be read like this, the latest first. */
  years: readonly number[]
  /** Approved by the parties and published; or as it was counted on `asOf`. */
  isPublished: boolean
  asOf: string
  part: Child
}

interface Props {
  visit: Visit
  outcome: Outcome | null
  gifts: readonly Gift[]
}

/** "A funder's page": what was given, what came of it, on one side of A4. */
export function OutcomePage({ visit, outcome, gifts }: Props) {
  const { t, to } = visit
  if (!outcome)
    return (
      <Page visit={visit} title={t('partners.outcome.none-title')} trail={partnersTrail(visit)}>
        <Empty>{t('partners.outcome.none')}</Empty>
      </Page>
    )
  const year = String(outcome.year)
  return (
    <Page
      visit={visit}
      title={t('partners.outcome.title', { year })}
      lead={t('partners.outcome.lead')}
      trail={partnersTrail(visit)}
    >
      <Years visit={visit} outcome={outcome} />
      <div class="one-sheet stack">
        <p>{asCounted(visit, outcome)}</p>
        <section class="stack-tight" aria-labelledby="given">
          <h2 id="given">{t('partners.outcome.given')}</h2>
          {gifts.length === 0 ? <p>{t('partners.given.none')}</p> : <Sums visit={visit} gifts={gifts} />}
          <ul class="lined-list small">
            {gifts
              .filter(({ publish }) => shownAs(publish).inList)
              .map((gift) => (
                <li>
                  <strong>
                    <PartnerName visit={visit} gift={gift} />
                  </strong>
                  : {giftSaid(t, gift)}. <WentTo visit={visit} gift={gift} />
                </li>
              ))}
          </ul>
        </section>
        {outcome.part}
        <p class="small">{t('partners.independence.short')}</p>
      </div>
      {outcome.isPublished && (
        <p>
          <a href={to(`/plan/years/${year}`)}>{t('partners.outcome.report', { year })}</a>
        </p>
      )}
    </Page>
  )
}

const asCounted = ({ t, language, url }: Visit, { year, isPublished, asOf }: Outcome): string =>
  t(isPublished ? 'partners.outcome.published' : 'partners.outcome.so-far', {
    day: dateInWords(language, asOf),
    address: url(`/partners/outcome?year=${year}`),
  })

function Years({ visit: { t, to }, outcome }: { visit: Visit; outcome: Outcome }) {
  if (outcome.years.length < 2) return null
  return (
    <nav class="tabs" aria-label={t('partners.outcome.years')}>
      {outcome.years.map((year) => (
        <a
          href={to(`/partners/outcome?year=${year}`)}
          aria-current={year === outcome.year ? 'page' : undefined}
        >
          {String(year)}
        </a>
      ))}
    </nav>
  )
}
