import { type ExpressionBuilder, sql } from 'kysely'
import type { Texts } from '#platform/language.ts'
import { containing } from '#platform/search.ts'
import type { Reads } from '../tables.ts'
import type { NetworkTables } from '../tables.ts'
import type { Question } from './who-to-ask.rules.ts'
import { wordsOf } from './words-of.ts'

// So many are looked at closely: more than anybody asks.
const candidatesMax = 60

export interface Together {
  id: string
  slug: string
  name: Texts
  lead: Texts
  search_text: string
  themes: readonly string[]
  areas: readonly string[]
}

/** Partnerships that hold one of the words, and fit the theme and the place that were chosen; what lives first. */
export async function partnershipsFitting(db: Reads, { words, theme, area }: Question): Promise<Together[]> {
  let query = db
    .selectFrom('partnership')
    .select(['id', 'slug', 'name', 'lead', 'search_text'])
    .where('state', '<>', 'ended')
  const looked = wordsOf(words)
  if (looked.length > 0)
    query = query.where((eb) => eb.or(looked.map((word) => holds('partnership.search_text', word))))
  if (theme)
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('partnership_theme').select('partnership_id').where('theme_id', '=', theme),
    )
  if (area)
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('partnership_area').select('partnership_id').where('area', 'in', [area, 'whole-city']),
    )
  const rows = await query.orderBy('position').limit(candidatesMax).execute()
  const ids = rows.map(({ id }) => id).concat('')
  const [themes, areas] = await Promise.all([
    db.selectFrom('partnership_theme').selectAll().where('partnership_id', 'in', ids).execute(),
    db.selectFrom('partnership_area').selectAll().where('partnership_id', 'in', ids).execute(),
  ])
  return rows.map((row) => ({
    ...row,
    themes: themes.filter((one) => one.partnership_id === row.id).map((one) => one.theme_id),
    areas: areas.filter((one) => one.partnership_id === row.id).map((one) => one.area),
  }))
}

const holds = (column: string, word: string) =>
  sql<boolean>`${sql.ref(column)} like ${containing(word)} escape '\\'`

/** Organisations whose name or place holds one of the words. */
export async function organisationsNamedBy(db: Reads, { words, sector }: Question) {
  const looked = wordsOf(words)
  if (looked.length === 0) return []
  const fits = (eb: ExpressionBuilder<NetworkTables, 'organisation'>) =>
    eb.or([
      ...looked.map((word) => holds('organisation.search_text', word)),
      ...looked.map((word) => sql<boolean>`lower(organisation.place) like ${containing(word)} escape '\\'`),
      // Of what it says of itself, as it is written: the directory keeps no other text of it.
      ...looked.map(
        (word) => sql<boolean>`lower(cast(organisation.about as text)) like ${containing(word)} escape '\\'`,
      ),
    ])
  let query = db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'about', 'sector', 'place', 'search_text'])
    .where('merged_into', 'is', null)
    .where(fits)
  if (sector) query = query.where('sector', '=', sector)
  return query.orderBy('id').limit(candidatesMax).execute()
}

/** Who is in these partnerships. */
export async function membersOf(db: Reads, partnershipIds: readonly string[], { sector }: Question) {
  let query = db
    .selectFrom('partnership_organisation as tie')
    .innerJoin('organisation', 'organisation.id', 'tie.organisation_id')
    .select(['tie.partnership_id', 'organisation.id', 'organisation.slug', 'organisation.name'])
    .select(['organisation.about', 'organisation.sector', 'organisation.place', 'organisation.search_text'])
    .where('tie.partnership_id', 'in', partnershipIds.concat(''))
  if (sector) query = query.where('organisation.sector', '=', sector)
  return query.limit(candidatesMax * 5).execute()
}
