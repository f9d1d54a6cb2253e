import { insertRows, json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Tx } from '../tables.ts'
import type { CityArea } from '../partnerships/areas.rules.ts'
import type { Hub, Member, Network } from './graph.rules.ts'
import type { Spot } from './layout.ts'
import type { Shape } from './rooms.rules.ts'
import type { Drawn, PartnershipTables, SectorCount } from '../partnerships/tables.ts'

/** What lives: partnerships that have not ended, and the organisations in them; all, or what is one step from a partnership. */
export async function networkNow(db: Reads, near: string | null = null): Promise<Network> {
  const hubs = await living(db, near).select(['id', 'slug', 'name', 'kind']).orderBy('id').execute()
  const ids = living(db, near).select('id')
  const tied = db.selectFrom('partnership_organisation').where('partnership_id', 'in', ids)
  const [themes, areas, ties, members] = await Promise.all([
    db
      .selectFrom('partnership_theme')
      .selectAll()
      .where('partnership_id', 'in', ids)
      .orderBy('theme_id')
      .execute(),
    db
      .selectFrom('partnership_area')
      .selectAll()
      .where('partnership_id', 'in', ids)
      .orderBy('area')
      .execute(),
    tied.selectAll().orderBy('organisation_id').execute(),
    db
      .selectFrom('organisation')
      .select(['id', 'slug', 'name', 'sector'])
      .where('id', 'in', tied.select('organisation_id'))
      .orderBy('id')
      .execute(),
  ])
  return networkOf({ hubs, themes, areas, ties, members })
}

function living(db: Reads, near: string | null) {
  const all = db.selectFrom('partnership').where('state', '<>', 'ended')
  if (near === null) return all
  return all.where('id', 'in', (eb) =>
    eb
      .selectFrom('partnership_organisation as other')
      .innerJoin('partnership_organisation as own', 'own.organisation_id', 'other.organisation_id')
      .innerJoin('partnership as start', 'start.id', 'own.partnership_id')
      .select('other.partnership_id')
      .where('start.slug', '=', near),
  )
}

interface Rows {
  hubs: readonly Omit<Hub, 'themes' | 'areas' | 'members'>[]
  themes: readonly { partnership_id: string; theme_id: string }[]
  areas: readonly { partnership_id: string; area: Hub['areas'][number] }[]
  ties: readonly { partnership_id: string; organisation_id: string }[]
  members: readonly Member[]
}

function networkOf({ hubs, themes, areas, ties, members }: Rows): Network {
  const areasOf = Map.groupBy(areas, ({ partnership_id }) => partnership_id)
  const themesOf = Map.groupBy(themes, ({ partnership_id }) => partnership_id)
  const tiesOf = Map.groupBy(ties, ({ partnership_id }) => partnership_id)
  const tied = hubs.map((hub) => ({
    ...hub,
    themes: (themesOf.get(hub.id) ?? []).map(({ theme_id }) => theme_id),
    areas: (areasOf.get(hub.id) ?? []).map(({ area }) => area),
    members: (tiesOf.get(hub.id) ?? []).map(({ organisation_id }) => organisation_id),
  }))
  const shown = new Set(tied.flatMap((hub) => hub.members))
  return {
    hubs: tied.filter((hub) => hub.members.length > 0),
    members: members.filter(({ id }) => shown.has(id)),
  }
}

/** How many organisations are part of something. */
export async function memberCount(db: Reads): Promise<number> {
  const ids = db
    .selectFrom('partnership_organisation')
    .select((eb) => eb.fn.count<number>('organisation_id').distinct().as('count'))
  return (await ids.executeTakeFirstOrThrow()).count
}

/**
 * How many of each sector do something together about each theme, in the whole city or what reaches a part of it; for a network
 * too large to be read as a whole. What has no theme is counted too.
 */
export async function countsBySector(db: Reads, area: CityArea | null = null): Promise<SectorCount[]> {
  const ties = db
    .selectFrom('partnership')
    .innerJoin('partnership_organisation as tie', 'tie.partnership_id', 'partnership.id')
    .innerJoin('organisation', 'organisation.id', 'tie.organisation_id')
    .leftJoin('partnership_theme as theme', 'theme.partnership_id', 'partnership.id')
    .where('partnership.state', '<>', 'ended')
  const some =
    area === null
      ? ties
      : ties.where('partnership.id', 'in', (eb) =>
          eb
            .selectFrom('partnership_area')
            .select('partnership_id')
            .where('area', 'in', [area, 'whole-city']),
        )
  const rows = await some
    .select(['theme.theme_id', 'organisation.sector'])
    .select((eb) => eb.fn.count<number>('organisation.id').distinct().as('count'))
    .groupBy(['theme.theme_id', 'organisation.sector'])
    .execute()
  return rows.map(({ theme_id, sector, count }) => ({ area, theme_id: theme_id ?? '', sector, count }))
}

/** Where everything stands, in each of the shapes that a page can have. */
export type Places = Record<Shape, ReadonlyMap<string, Spot>>

export async function placesKept(db: Reads): Promise<Places> {
  const rows = await db.selectFrom('network_place').selectAll().execute()
  return {
    wide: new Map(rows.map(({ node_id, x, y }) => [node_id, { x, y }])),
    middle: new Map(rows.map(({ node_id, middle_x, middle_y }) => [node_id, { x: middle_x, y: middle_y }])),
    narrow: new Map(rows.map(({ node_id, narrow_x, narrow_y }) => [node_id, { x: narrow_x, y: narrow_y }])),
  }
}

export async function drawing(db: Reads) {
  const { counts, ...row } = await db.selectFrom('network_drawing').selectAll().executeTakeFirstOrThrow()
  return { ...row, kept: 'hubs' in counts ? counts : null }
}

/** Keeps a drawing of what was wanted when it began; what was wanted meanwhile is drawn next. */
export async function keepPlaces(
  tx: Tx,
  places: Places,
  { drawn, at, members, kept }: { drawn: number; at: Instant; members: number; kept: Drawn },
): Promise<void> {
  await tx.deleteFrom('network_place').execute()
  const rows = [...places.wide].map(([node_id, { x, y }]) => {
    const middle = places.middle.get(node_id) ?? { x, y }
    const narrow = places.narrow.get(node_id) ?? { x, y }
    const others = { middle_x: middle.x, middle_y: middle.y, narrow_x: narrow.x, narrow_y: narrow.y }
    return { node_id, x, y, ...others }
  })
  await insertRows<PartnershipTables['network_place']>(tx, 'network_place', rows)
  await tx
    .updateTable('network_drawing')
    .set({ drawn, drawn_at: at, members, counts: json(kept) })
    .execute()
}
