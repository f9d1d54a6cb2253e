import { sql } from 'kysely'
import { json } from '#platform/db.ts'
import { type Language, inLanguage, type Texts } from '#platform/language.ts'
import { containing, searchText } from '#platform/search.ts'
import type { Reads, Writes } from '../tables.ts'
import { sortKeys } from './order.rules.ts'
import type { NewOrganisation } from './tables.ts'

/** All names of an organisation, each between bars, so that a whole name can be told from a part of one. */
export const namesToSearch = (names: Texts): string =>
  `|${Object.values(names)
    .map((name) => searchText(name.replaceAll('|', ' ')))
    .join('|')}|`

const organisations = (db: Reads) =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'sector', 'kind', 'name', 'about', 'website', 'place', 'contact_email'])
    .select(['for_whom', 'areas', 'languages', 'contact_is_shown', 'number', 'ended_on', 'end_reason'])
    .select(['changed_at', 'merged_into', 'search_text', 'party_id'])

export type Organisation = NonNullable<Awaited<ReturnType<typeof organisationWithId>>>

export const organisationWithSlug = (db: Reads, slug: string) =>
  organisations(db).where('slug', '=', slug).executeTakeFirst()

export const organisationWithId = (db: Reads, id: string) =>
  organisations(db).where('id', '=', id).executeTakeFirst()

/** Every organisation with what decides whether it is invited, and where. */
export const organisationsInDirectory = (db: Reads) =>
  db
    .selectFrom('organisation')
    .select(['id', 'name', 'sector', 'kind', 'contact_email'])
    .where('merged_into', 'is', null)
    .orderBy('search_text')
    .orderBy('id')
    .execute()

/** The organisation that has this name, or had it before it was joined with another, however it is spelled. */
export async function organisationNamed(db: Reads, name: string) {
  const wanted = searchText(name.replaceAll('|', ' '))
  if (wanted === '') return undefined
  const one = await organisations(db)
    .where(sql<boolean>`search_text like ${containing(`|${wanted}|`)} escape '\\'`)
    .orderBy(sql`case when merged_into is null then 0 else 1 end`)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return one?.merged_into ? organisationWithId(db, one.merged_into) : one
}

/** The same for many names: the ids of those that are known, by the name as it was given. */
export async function organisationsNamed(db: Reads, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = names.map((name) => ({ name, text: searchText(name.replaceAll('|', ' ')) }))
  const patterns = new Set(wanted.flatMap(({ text }) => (text ? [containing(`|${text}|`)] : [])))
  const ids = new Map<string, string>()
  if (patterns.size === 0) return ids
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'search_text', 'merged_into'])
    .where((eb) =>
      eb.or([...patterns].map((pattern) => sql<boolean>`search_text like ${pattern} escape '\\'`)),
    )
    .orderBy(sql`case when merged_into is null then 0 else 1 end`)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  for (const { name, text } of wanted) {
    const known = rows.find((row) => text && row.search_text.includes(`|${text}|`))
    if (known) ids.set(name, known.merged_into ?? known.id)
  }
  return ids
}

// Suggestions are sent with the page, so their number has an end. Any other name can still be typed.
const choicesMax = 400

/** Organisations with their names in the reader's language and in that language's order, as suggestions. */
export async function organisationsToChooseFrom(db: Reads, language: Language) {
  const query = db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('merged_into', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('search_text')
    .orderBy('id')
  const rows = await query.limit(choicesMax).execute()
  const { compare } = new Intl.Collator(language)
  return rows
    .map(({ id, name }) => ({ id, name: inLanguage(name, language) }))
    .sort((one, other) => compare(one.name, other.name))
}

/** An organisation as its row keeps it: with what it is found and sorted by. */
export const organisationRow = (
  row: OrganisationFields & Pick<NewOrganisation, 'id' | 'slug' | 'created_at'>,
) => ({ party_id: null, ...row, ...organisationTexts(row) })

export const addOrganisation = (db: Writes, row: Parameters<typeof organisationRow>[0]) =>
  db.insertInto('organisation').values(organisationRow(row)).execute()

/** Entries that were joined with it are called as it is: what never changes may still speak of them. */
export async function changeOrganisation(db: Writes, id: string, row: OrganisationFields): Promise<void> {
  await db
    .updateTable('organisation')
    .set({ ...row, ...organisationTexts(row) })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('organisation')
    .set({ name: json(row.name) })
    .where('merged_into', '=', id)
    .execute()
}

export type OrganisationFields = Omit<
  NewOrganisation,
  | 'id'
  | 'slug'
  | 'created_at'
  | 'name'
  | 'about'
  | 'for_whom'
  | 'areas'
  | 'languages'
  | 'search_text'
  | 'party_id'
  | 'sort_sv'
  | 'sort_en'
  | 'sort_es'
> & {
  name: Texts
  about: Texts
  for_whom?: Texts
  areas?: readonly string[]
  languages?: readonly string[]
  party_id?: string | null
}

const organisationTexts = ({ name, about, for_whom, areas, languages }: OrganisationFields) => ({
  name: json(name),
  about: json(about),
  for_whom: json(for_whom ?? {}),
  areas: json(areas ?? []),
  languages: json(languages ?? []),
  search_text: namesToSearch(name),
  ...sortKeys(name),
})

export const slugsOfOrganisations = async (db: Reads): Promise<Set<string>> =>
  new Set((await db.selectFrom('organisation').select('slug').execute()).map((row) => row.slug))

/** Who has this number already. */
export const organisationNumbered = (db: Reads, number: string) =>
  organisations(db).where('number', '=', number).where('merged_into', 'is', null).executeTakeFirst()

/** Every entry with what tells whether it is another's double. */
export const entriesToCompare = (db: Reads) =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'search_text', 'number', 'website', 'contact_email', 'kind', 'sector'])
    .where('merged_into', 'is', null)
    .execute()
