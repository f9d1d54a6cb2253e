import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { SeriesMark } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { PromiseText, type SeriesYear } from './promises/index.ts'

interface Props {
  visit: Visit
  year: number
  lines: readonly SeriesYear[]
}

export function SeriesListPage({ visit, year, lines }: Props) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('programme.series.title')} lead={t('programme.series.lead')} wide>
      <div class="grid two">
        {lines.map((line) => (
          <SeriesCard visit={visit} line={line} />
        ))}
      </div>
      <p>
        <a href={visit.to(`/year/${year}`)}>{t('promises.series.all')}</a>
      </p>
    </Page>
  )
}

function SeriesCard({ visit, line }: { visit: Visit; line: SeriesYear }) {
  const { series } = line
  const { t } = visit
  return (
    <div class={`card in-${series.mark}`}>
      <h2 class="card-title">
        <SeriesMark mark={series.mark} />{' '}
        <a href={visit.to(`/series/${series.key}`)}>
          <Text of={series.name} t={t} />
        </a>
      </h2>
      <p>
        <Text of={series.lead} t={t} />
      </p>
      <PromiseText visit={visit} line={line} withTag />
    </div>
  )
}
