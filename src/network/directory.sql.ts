import { sql } from 'kysely'
import { json } from '#platform/db.ts'
import { type Language, inLanguage, type Texts } from '#platform/language.ts'
import { containing, searchText } from '#platform/search.ts'
import type { NewOrganisation, Reads, Writes } from './tables.ts'

/** All names of an organisation, each between bars, so that a whole name can be told from a part of one. */
const namesToSearch = (names: Texts): string =>
  `|${Object.values(names)
    .map((name) => searchText(name.replaceAll('|', ' ')))
    .join('|')}|`

const organisations = (db: Reads) =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'sector', 'kind', 'name', 'about', 'website', 'place', 'contact_email'])
    .select('changed_at')

/** Organisations whose name in any language holds these words; all of them when there are none. */
export const organisationsFound = (db: Reads, words: string) =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'sector', 'kind', 'name'])
    .where(sql<boolean>`search_text like ${containing(words.replaceAll('|', ' '))} escape '\\'`)
    .execute()

export const organisationWithSlug = (db: Reads, slug: string) =>
  organisations(db).where('slug', '=', slug).executeTakeFirst()

export const organisationWithId = (db: Reads, id: string) =>
  organisations(db).where('id', '=', id).executeTakeFirst()

/** Every organisation with what decides whether it is invited, and where. */
export const organisationsInDirectory = (db: Reads) =>
  db
    .selectFrom('organisation')
    .select(['id', 'name', 'sector', 'kind', 'contact_email'])
    .orderBy('search_text')
    .orderBy('id')
    .execute()

/** The organisation that has this name, in whatever language and however it is spelled. */
export async function organisationNamed(db: Reads, name: string) {
  const wanted = searchText(name.replaceAll('|', ' '))
  if (wanted === '') return undefined
  return organisations(db)
    .where(sql<boolean>`search_text like ${containing(`|${wanted}|`)} escape '\\'`)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
}

/** The same for many names: the ids of those that are known, by the name as it was given. */
export async function organisationsNamed(db: Reads, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = names.map((name) => ({ name, text: searchText(name.replaceAll('|', ' ')) }))
  const patterns = new Set(wanted.flatMap(({ text }) => (text ? [containing(`|${text}|`)] : [])))
  const ids = new Map<string, string>()
  if (patterns.size === 0) return ids
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'search_text'])
    .where((eb) =>
      eb.or([...patterns].map((pattern) => sql<boolean>`search_text like ${pattern} escape '\\'`)),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  for (const { name, text } of wanted) {
    const known = rows.find((row) => text && row.search_text.includes(`|${text}|`))
    if (known) ids.set(name, known.id)
  }
  return ids
}

// Suggestions are sent with the page, so their number has an end. Any other name can still be typed.
const choicesMax = 400

/** Organisations with their names in the reader's language and in that language's order, as suggestions. */
export async function organisationsToChooseFrom(db: Reads, language: Language) {
  const query = db.selectFrom('organisation').select(['id', 'name']).orderBy('search_text').orderBy('id')
  const rows = await query.limit(choicesMax).execute()
  const { compare } = new Intl.Collator(language)
  return rows
    .map(({ id, name }) => ({ id, name: inLanguage(name, language) }))
    .sort((one, other) => compare(one.name, other.name))
}

export const addOrganisation = (
  db: Writes,
  row: OrganisationFields & Pick<NewOrganisation, 'id' | 'slug' | 'created_at'>,
) =>
  db
    .insertInto('organisation')
    .values({ party_id: null, ...row, ...organisationTexts(row) })
    .execute()

export const changeOrganisation = (db: Writes, id: string, row: OrganisationFields) =>
  db
    .updateTable('organisation')
    .set({ ...row, ...organisationTexts(row) })
    .where('id', '=', id)
    .execute()

export type OrganisationFields = Omit<
  NewOrganisation,
  'id' | 'slug' | 'created_at' | 'name' | 'about' | 'search_text' | 'party_id'
> & { name: Texts; about: Texts; party_id?: string | null }

const organisationTexts = ({ name, about }: { name: Texts; about: Texts }) => ({
  name: json(name),
  about: json(about),
  search_text: namesToSearch(name),
})

export const slugsOfOrganisations = async (db: Reads): Promise<Set<string>> =>
  new Set((await db.selectFrom('organisation').select('slug').execute()).map((row) => row.slug))
