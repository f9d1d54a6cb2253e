import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Folded } from '#platform/ui/form.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { ofYearMax } from '../pages.ts'
import type { LoadedYear } from './load-year.ts'
import { HowWeCount } from './how-we-count.page.tsx'
import { PromiseList, promising } from './promise-line.page.tsx'
import { WheelOfYear } from './wheel-of-year.page.tsx'
import { YearList } from './year-list.page.tsx'

interface Props {
  visit: Visit
  loaded: LoadedYear
  /** The years beside it that have something to show. */
  before: number | null
  after: number | null
}

// On paper the letters get smaller, so that a full year still fits its one sheet.
function howMany({ events, lines }: LoadedYear): 'some' | 'many' | 'lots' {
  const rows = lines.reduce((sum, { missing }) => sum + missing, events.length)
  if (rows <= 36) return 'some'
  return rows <= 80 ? 'many' : 'lots'
}

/** One year: the wheel, what was promised, and every meeting in a list; prints on one sheet of A3. */
export function YearPage({ visit, loaded, before, after }: Props) {
  const { t, to } = visit
  const { year, lines } = loaded
  const promised = promising(lines)
  return (
    <Page
      visit={visit}
      title={t('promises.year.title', { year })}
      lead={t('promises.year.lead')}
      description={t('promises.year.lead')}
      trail={[{ href: to('/series'), label: t('programme.series.title') }]}
      wide
    >
      <nav class="row" aria-label={t('promises.year.others')}>
        {before !== null && <a href={to(`/year/${before}`)}>{t('promises.year.before', { year: before })}</a>}
        {after !== null && <a href={to(`/year/${after}`)}>{t('promises.year.after', { year: after })}</a>}
      </nav>
      <div class="year-sheet" data-many={howMany(loaded)}>
        <section class="year-promises stack" aria-labelledby="promised">
          <h2 id="promised">{t('promises.year.promised')}</h2>
          {promised.length > 0 ? (
            <PromiseList visit={visit} lines={promised} />
          ) : (
            <Empty>{t('promises.year.nothing-promised')}</Empty>
          )}
        </section>
        <WheelOfYear visit={visit} loaded={loaded} />
        <section class="year-meetings stack" aria-labelledby="meetings">
          <h2 id="meetings">{t('promises.year.meetings')}</h2>
          <YearList visit={visit} loaded={loaded} />
          {loaded.events.length >= ofYearMax && (
            <p>
              <a href={to('/calendar')}>{t('promises.year.not-all')}</a>
            </p>
          )}
        </section>
      </div>
      <div class="not-on-paper">
        <Folded summary={t('promises.how.title')}>
          <HowWeCount t={t} />
        </Folded>
        <p class="small quiet">{t('promises.year.print')}</p>
      </div>
    </Page>
  )
}
