import { type Language, languages } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { languageSaid } from '../organisations/spoken.ts'
import { plainWord } from './sayings.ts'
import type { ListKind } from './tables.ts'

const inLanguages = <const Name extends string>(name: Name) =>
  languages.map((language) => `${name}.${language}` as const)

/** What columns a list may have, in the order in which we write them. */
export const columnsOf = {
  organisations: [
    ...(['slug', ...inLanguages('name'), 'sector', 'kind', 'number', ...inLanguages('about')] as const),
    ...[...inLanguages('for_whom'), ...(['areas', 'languages', 'place', 'website'] as const)],
    ...(['contact_email', 'contact_is_shown'] as const),
  ],
  contacts: [
    ...(['organisation', 'number', 'name', 'email', 'post', 'title'] as const),
    ...(['until_day', 'language'] as const),
  ],
} satisfies Record<ListKind, readonly string[]>

export type ColumnOf<Kind extends ListKind> = (typeof columnsOf)[Kind][number]

/** A column as a heading says it: "Namn (engelska)". */
export function columnSaid(t: Words, kind: ListKind, column: string): string {
  const [name = '', language] = column.split('.')
  const said = t(`lists.column.${kind}.${name}`)
  return language ? `${said} (${languageSaid(language as Language, t.language)})` : said
}

/** Every way to say a column, in any of our languages, besides its own name. */
function waysToSay(kind: ListKind, column: string): string[] {
  const [name = '', of] = column.split('.')
  return languages.flatMap((language) => {
    const t = wordsFor(language)
    const said = [t(`lists.column.${kind}.${name}`), ...t(`lists.also.${kind}.${name}`).split(',')]
    const ways =
      of === undefined ? said : said.map((one) => `${one} ${languageSaid(of as Language, language)}`)
    // "Namn" alone is the name in the language that the heading is in.
    return of === undefined || of === language ? [...said, ...ways] : ways
  })
}

const known = new Map<ListKind, ReadonlyMap<string, string>>()

function headings(kind: ListKind): ReadonlyMap<string, string> {
  const before = known.get(kind)
  if (before) return before
  const made = new Map<string, string>()
  for (const column of columnsOf[kind])
    for (const way of [column, ...waysToSay(kind, column)]) {
      const plain = plainWord(way)
      if (plain && !made.has(plain)) made.set(plain, column)
    }
  known.set(kind, made)
  return made
}

/** Which column a heading means; null when it says nothing to us. */
export const columnNamed = (kind: ListKind, heading: string): string | null =>
  headings(kind).get(plainWord(heading)) ?? null
