import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { PromiseTag, PromiseWords, type SeriesYear, standingInWords } from './promises/index.ts'

interface Props {
  visit: Visit
  lines: readonly SeriesYear[]
}

export function OfficeSeriesPage({ visit, lines }: Props) {
  const { t, to } = visit
  return (
    <Page
      visit={visit}
      title={t('programme.series-edit.title')}
      lead={t('programme.series-edit.intro')}
      trail={[{ href: to('/office'), label: t('programme.edit.office') }]}
      wide
    >
      <DataTable
        caption={t('programme.series-edit.title')}
        captionUnseen
        head={[t('programme.series-edit.name'), t('programme.series.promise'), t('promises.office.now')]}
        rows={lines.map((line) => [
          <a href={to(`/office/series/${line.series.key}`)}>
            <Text of={line.series.name} t={t} />
          </a>,
          <a href={to(`/office/series/${line.series.key}/promise`)}>
            {line.asks ? <PromiseWords t={t} promise={line.asks} /> : t('promises.state.nothing-promised')}
          </a>,
          <>
            {standingInWords(t, line)} <PromiseTag t={t} state={line.state} />
          </>,
        ])}
      />
    </Page>
  )
}
