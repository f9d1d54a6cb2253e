import { inLanguage } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import { languageInWords } from '#platform/language-words.ts'
import type { PersonRow, TableRow } from './seating.sql.ts'

/** A companion whom nobody has named yet is known by who brings them. */
export const nameOf = (t: Words, { name, named, brought_by_name }: PersonRow): string =>
  named === 0 && brought_by_name ? t('seating.companion', { name: brought_by_name }) : name

/** The organisation of the directory, or as they wrote it; nothing for those who come as themselves. */
export const organisationOf = (t: Words, { organisation, organisation_name }: PersonRow): string | null =>
  organisation ? inLanguage(organisation, t.language) : organisation_name

/** "Table 3", or "Table 3, Window" where it has a name. */
const tableNamed = (t: Words, { number, name }: Pick<TableRow, 'number' | 'name'>): string =>
  name ? t('seating.table-with-name', { number, name }) : t('seating.table', { number })

/** "Table 3" also in Swedish and Spanish, where a sentence or a line begins with it. */
export const tableAtStart = (t: Words, table: Pick<TableRow, 'number' | 'name'>): string => {
  const name = tableNamed(t, table)
  return name.charAt(0).toLocaleUpperCase(t.language) + name.slice(1)
}

/** "Ana, Bo and Cleo". */
export const listed = (t: Words, all: readonly string[]): string =>
  new Intl.ListFormat(t.language, { type: 'conjunction' }).format(all)

/** Where somebody sits, by the id of a table; in words for nowhere too. */
export function placeNamed(t: Words, tables: readonly TableRow[], id: string | null): string {
  const table = tables.find((one) => one.id === id)
  return table ? t('seating.table', { number: table.number }) : t('seating.no-table')
}

export const languagesNamed = (t: Words, codes: readonly string[]): string =>
  listed(
    t,
    codes.map((code) => languageInWords(t.language, code)),
  )
