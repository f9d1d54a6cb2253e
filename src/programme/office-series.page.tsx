import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { type Yearly, yearlyKind } from './edit-series.rules.ts'
import type { SeriesRow } from './tables.ts'

interface Props {
  visit: Visit
  allSeries: readonly SeriesRow[]
}

export function OfficeSeriesPage({ visit, allSeries }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('programme.series-edit.title')}
      lead={t('programme.series-edit.intro')}
      trail={[{ href: visit.to('/office'), label: t('programme.edit.office') }]}
    >
      <DataTable
        caption={t('programme.series-edit.title')}
        captionUnseen
        head={[t('programme.series-edit.name'), t('programme.series-edit.yearly')]}
        rows={allSeries.map((series) => [
          <a href={visit.to(`/office/series/${series.key}`)}>
            <Text of={series.name} t={t} />
          </a>,
          <YearlyNumbers visit={visit} series={series} />,
        ])}
      />
    </Page>
  )
}

/** How many events a year a series promises, in a few words. */
export function YearlyNumbers({ visit, series }: { visit: Visit; series: Yearly }) {
  const { yearly_min: min, yearly_max: max } = series
  const values = { min, max: max ?? min }
  return <>{visit.t(`programme.series-edit.yearly.${yearlyKind(series)}`, values)}</>
}
