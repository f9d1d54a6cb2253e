import type { Visit } from '#platform/http.ts'
import { inLanguage, type Language, languageNames, type Texts } from '#platform/language.ts'
import { kindSaid } from '../organisations/profile.rules.ts'
import { numberInWords } from '../organisations/number.rules.ts'
import { languageSaid } from '../organisations/spoken.ts'
import { columnSaid, columnsOf } from './columns.ts'
import type { LineProblem, OrganisationFields } from './judgement.rules.ts'
import type { LineRow, ListKind } from './tables.ts'

type T = Visit['t']

/** A field's value as a person reads it; a dash for nothing. */
export function valueSaid(t: T, field: keyof OrganisationFields, value: unknown): string {
  const list = Array.isArray(value) ? (value as readonly string[]) : []
  switch (field) {
    case 'name':
    case 'about':
    case 'for_whom':
      return textsSaid((value ?? {}) as Texts)
    case 'sector':
      return t(`network.sector.${String(value)}`)
    case 'kind':
      return t(`organisations.kind.${kindSaid('civil-society', value as OrganisationFields['kind'])}`)
    case 'areas':
      return list.map((area) => t(`organisations.area.${area}`)).join(', ') || '–'
    case 'languages':
      return list.map((code) => languageSaid(code as 'sv', t.language)).join(', ') || '–'
    case 'contact_is_shown':
      return t(value === 1 ? 'lists.yes' : 'lists.no')
    case 'number':
      return typeof value === 'string' ? numberInWords(value) : '–'
    default:
      return typeof value === 'string' ? value : '–'
  }
}

function textsSaid(texts: Texts): string {
  const said = Object.entries(texts).filter(([, text]) => text)
  if (said.length === 0) return '–'
  return said.map(([language, text]) => `${languageNames[language as Language]}: ${text}`).join(' · ')
}

/** "Webbplats: någon.se – skriv hela adressen": a column, what stands there, and why it cannot be read. */
export function problemSaid(t: T, kind: ListKind, { column, problem, found = '' }: LineProblem): string {
  const why = t(problem, { found })
  const isNamed =
    column !== '' &&
    (columnsOf[kind] as readonly string[]).some((one) => one.split('.')[0] === column.split('.')[0])
  const said = isNamed ? `${columnSaid(t, kind, column)}: ` : ''
  return found && !why.includes(found) ? `${said}”${found}”. ${why}` : `${said}${why}`
}

/** Whom or what a line is about, as it is written there. */
export function nameSaid(t: T, { cells }: Pick<LineRow, 'cells'>): string {
  if (cells?.contact) return cells.contact.name ?? '–'
  return inLanguage(cells?.organisation?.name ?? {}, t.language) || cells?.organisation?.slug || '–'
}
