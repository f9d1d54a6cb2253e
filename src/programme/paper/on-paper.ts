import { inLanguage, type Language } from '#platform/language.ts'
import type { Visit } from '#platform/http.ts'
import type { Capacity, Reads } from '../tables.ts'
import { namesOnPaper } from './paper.sql.ts'

/** Somebody as they stand on a list and on a name tag. */
export interface OnPaper {
  /** Empty while nobody has said who comes along. */
  name: string
  /** With whom somebody without a name comes. */
  comesWith: string | null
  organisation: string
  sector: Capacity
  table: string
  language: Language
  isWaiting: boolean
  isIn: boolean
}

/** Everybody who may come, in the order in which a reader looks for a name. */
export async function peopleOnPaper(
  db: Reads,
  eventId: string,
  { language }: Pick<Visit, 'language'>,
): Promise<OnPaper[]> {
  const rows = await namesOnPaper(db, eventId)
  return rows
    .map((row) => ({
      name: row.named === 1 ? row.name : '',
      comesWith: row.named === 1 ? null : row.name,
      organisation: row.organisation ? inLanguage(row.organisation, language) : (row.organisation_name ?? ''),
      sector: row.capacity,
      table: row.table ?? '',
      language: row.language,
      isWaiting: row.state === 'waiting',
      isIn: row.checked_in_at !== null,
    }))
    .toSorted((one, other) => sortedAs(one).localeCompare(sortedAs(other), language))
}

const sortedAs = ({ name, comesWith }: OnPaper): string => name || `${comesWith ?? ''} ~`

const collator = new Intl.Collator('sv', { numeric: true })

/** Every table that somebody sits at, in order: 2 before 10. */
export const tablesOf = (people: readonly OnPaper[]): string[] =>
  [...new Set(people.map(({ table }) => table).filter(Boolean))].sort((one, other) =>
    collator.compare(one, other),
  )
