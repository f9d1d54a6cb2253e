import type { Visit } from '#platform/http.ts'
import { inLanguage, type Language, languageNames, type Texts } from '#platform/language.ts'
import type { SpokenLanguage } from '../organisations/profile.rules.ts'
import { numberInWords } from '../organisations/number.rules.ts'
import { languageSaid } from '../organisations/spoken.ts'
import { columnSaid, columnsOf } from './columns.ts'
import type { LineProblem, OrganisationFields } from './judgement.rules.ts'
import type { LineRow, ListKind } from './tables.ts'

type T = Visit['t']

/** A field's value as a person reads it; a dash for nothing. */
export const valueSaid = (t: T, field: keyof OrganisationFields, value: unknown): string =>
  (said[field] ?? lineSaid)(t, value) || '–'

const lineSaid = (_t: T, value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : [])

const said: Partial<Record<keyof OrganisationFields, (t: T, value: unknown) => string>> = {
  name: (_t, value) => textsSaid(value),
  about: (_t, value) => textsSaid(value),
  for_whom: (_t, value) => textsSaid(value),
  sector: (t, value) => t(`network.sector.${String(value)}`),
  kind: (t, value) => t(`organisations.kind.${String(value)}`),
  areas: (t, value) =>
    listOf(value)
      .map((area) => t(`organisations.area.${area}`))
      .join(', '),
  languages: (t, value) =>
    listOf(value)
      .map((code) => languageSaid(code as SpokenLanguage, t.language))
      .join(', '),
  contact_is_shown: (t, value) => t(`lists.say.${value === 1 ? 'yes' : 'no'}`),
  number: (t, value) => (typeof value === 'string' ? numberInWords(value) : lineSaid(t, value)),
}

function textsSaid(value: unknown): string {
  const texts: Texts = value ?? {}
  const languagesSaid = Object.entries(texts).filter(([, text]) => text)
  return languagesSaid
    .map(([language, text]) => `${languageNames[language as Language]}: ${text}`)
    .join(' · ')
}

/** "Webbplats: någon.se – skriv hela adressen": a column, what stands there, and why it cannot be read. */
export function problemSaid(t: T, kind: ListKind, { column, problem, found = '' }: LineProblem): string {
  const why = t(problem, { found })
  const isNamed =
    column !== '' &&
    (columnsOf[kind] as readonly string[]).some((one) => one.split('.')[0] === column.split('.')[0])
  const where = isNamed ? `${columnSaid(t, kind, column)}: ` : ''
  return found && !why.includes(found) ? `${where}”${found}”. ${why}` : `${where}${why}`
}

/** Whom or what a line is about, as it is written there. */
export function nameSaid(t: T, { cells }: Pick<LineRow, 'cells'>): string {
  if (cells?.contact) return cells.contact.name ?? '–'
  return inLanguage(cells?.organisation?.name ?? {}, t.language) || cells?.organisation?.slug || '–'
}
