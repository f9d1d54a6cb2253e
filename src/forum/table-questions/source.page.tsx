import type { Visit } from '#platform/http.ts'
import type { Source } from './table-questions.sql.ts'

/** "From statement 12, which bridges; proposed by 2". */
export function SourcesInWords({ visit, sources }: { visit: Visit; sources: readonly Source[] }) {
  const { t } = visit
  const proposed = sources.filter(({ proposal }) => proposal !== null).length
  const parts = [
    ...(['bridging', 'dividing'] as const).flatMap((because) => {
      const numbers = sources.flatMap((one) => (one.because === because && one.number ? [one.number] : []))
      if (numbers.length === 0) return []
      const list = new Intl.ListFormat(visit.language).format(numbers.map(String))
      return [t(`table-questions.source.${because}`, { numbers: list, count: numbers.length })]
    }),
    ...(proposed > 0 ? [t('table-questions.source.proposed', { count: proposed })] : []),
  ]
  if (parts.length === 0) return null
  return <p class="small quiet">{parts.join(' · ')}</p>
}
