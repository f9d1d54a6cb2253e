import type { Visit } from '#platform/http.ts'
import { DataTable } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { Bar } from './bar.page.tsx'
import { type Figure, type Section } from './content.ts'
import { saidWith } from './said.ts'

interface Props {
  visit: Visit
  section: Section
  figures: readonly Figure[]
  /** The measures in the order of the columns. */
  measures: readonly string[]
  /** The measure that is drawn. */
  drawn: string
}

/** A picture and a table in one: a line for each item, a column for each measure, and a bar beside what is drawn. */
export function FigureTable({ visit, section, figures, measures, drawn }: Props) {
  const { t } = visit
  const own = figures.filter((one) => one.section === section && one.item !== '')
  const items = [...Map.groupBy(own, ({ item }) => item)]
  const columns = measures.filter((measure) => own.some((one) => one.measure === measure))
  if (items.length === 0 || columns.length === 0) return null
  const most = Math.max(1, ...own.filter(({ measure }) => measure === drawn).map(({ value }) => value))
  return (
    <div class="fits met">
      <DataTable
        caption={t(`year-report.table.${section}`)}
        head={[t(`year-report.of.${section}`), ...columns.map((one) => t(`year-report.measure.${one}`))]}
        rows={items.map(([, ofItem]) => [
          ofItem[0] && (
            <p class="capitalized">
              <Text of={ofItem[0].name} t={t} />
            </p>
          ),
          ...columns.map((column) => {
            const figure = ofItem.find(({ measure }) => measure === column)
            if (!figure) return '–'
            return (
              <>
                {saidWith(t, figure.value, figure.unit)}
                {column === drawn && <Bar part={figure.value / (figure.unit === 'mean' ? 5 : most)} />}
              </>
            )
          }),
        ])}
      />
    </div>
  )
}
