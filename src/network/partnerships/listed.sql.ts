import { sql } from 'kysely'
import { containing, searchText } from '#platform/search.ts'
import type { Reads } from '../tables.ts'
import type { CityArea } from './areas.rules.ts'
import type { PartnershipKind, PartnershipState } from './partnership.rules.ts'

export interface WantedPartnerships {
  words: string
  kind: PartnershipKind | null
  state: PartnershipState | null
  /** The id of a theme. */
  theme: string | null
  area: CityArea | null
}

const pageLength = 50

function found(db: Reads, { words, kind, state, theme, area }: WantedPartnerships) {
  let query = db.selectFrom('partnership')
  for (const word of searchText(words).split(' ').filter(Boolean))
    query = query.where(sql<boolean>`partnership.search_text like ${containing(word)} escape '\\'`)
  if (kind) query = query.where('kind', '=', kind)
  if (state) query = query.where('state', '=', state)
  if (theme)
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('partnership_theme').select('partnership_id').where('theme_id', '=', theme),
    )
  // What is for the whole city is for each part of it.
  if (area)
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('partnership_area').select('partnership_id').where('area', 'in', [area, 'whole-city']),
    )
  return query
}

/** What lives first, then as the office has put it. */
const byLife = sql<number>`case state when 'running' then 0 when 'planned' then 1 when 'resting' then 2 else 3 end`

export async function partnershipsListed(db: Reads, wanted: WantedPartnerships, asked: string | undefined) {
  const { count } = await found(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(count / pageLength))
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  const page = number >= 1 && number <= pages ? number : 1
  const rows = await found(db, wanted)
    .select(['id', 'slug', 'kind', 'name', 'lead', 'state', 'form', 'began_on', 'ended_on', 'agreed_until'])
    .select('unconfirmed_since')
    .orderBy(byLife)
    .orderBy('position')
    .limit(pageLength)
    .offset((page - 1) * pageLength)
    .execute()
  return { rows, page, pages, count }
}

export type PartnershipLine = Awaited<ReturnType<typeof partnershipsListed>>['rows'][number]
