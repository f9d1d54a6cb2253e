import { inLanguage, type Language } from '#platform/language.ts'
import { toCsv } from '#platform/csv.ts'
import { wordsFor } from '#platform/words.ts'
import type { Figure, YearContent } from './content.ts'

/** The columns of the file, in their order; the names are the same in every language, so that programs find them. */
const columns = ['year', 'section', 'key', 'figure', 'unit', 'measure', 'name'] as const

const keyOf = ({ measure, item }: Figure): string => (item === '' ? measure : `${measure}/${item}`)

/** One line for each figure. */
export function figuresCsv({ year, figures }: YearContent, language: Language): string {
  const t = wordsFor(language)
  return toCsv(
    columns,
    figures.map((figure) => [
      ...[year, figure.section, keyOf(figure), figure.value, figure.unit],
      ...[t(`year-report.measure.${figure.measure}`), inLanguage(figure.name, language)],
    ]),
  )
}

/** What each column holds. */
export const columnsCsv = (language: Language): string =>
  toCsv(
    ['column', 'meaning'],
    columns.map((column) => [column, wordsFor(language)(`year-report.column.${column}`)]),
  )

/** The same for programs, with names in every language. */
export const figuresJson = ({ year, asOf, figures }: YearContent, language: Language) => ({
  year,
  asOf,
  columns: Object.fromEntries(
    columns.map((column) => [column, wordsFor(language)(`year-report.column.${column}`)]),
  ),
  figures: figures.map((figure) => ({
    ...{ year, section: figure.section, key: keyOf(figure), figure: figure.value, unit: figure.unit },
    ...{ measure: wordsFor(language)(`year-report.measure.${figure.measure}`), name: figure.name },
  })),
})
