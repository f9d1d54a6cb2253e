import { insertRows, json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Tx } from '../tables.ts'
import type { Network } from './graph.rules.ts'
import type { Spot } from './layout.ts'
import type { PartnershipTables, SectorCount } from '../partnerships/tables.ts'

/** What lives: partnerships that have not ended, and the organisations in them. */
export async function networkNow(db: Reads): Promise<Network> {
  const [hubs, themes, areas, ties, members] = await Promise.all([
    db
      .selectFrom('partnership')
      .select(['id', 'slug', 'name', 'kind'])
      .where('state', '<>', 'ended')
      .orderBy('id')
      .execute(),
    db.selectFrom('partnership_theme').selectAll().orderBy('theme_id').execute(),
    db.selectFrom('partnership_area').selectAll().orderBy('area').execute(),
    db.selectFrom('partnership_organisation').selectAll().orderBy('organisation_id').execute(),
    db
      .selectFrom('organisation')
      .select(['id', 'slug', 'name', 'sector'])
      .where('id', 'in', (eb) => eb.selectFrom('partnership_organisation').select('organisation_id'))
      .orderBy('id')
      .execute(),
  ])
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

/** How many of each sector do something together about each theme; for a network too large to be read as a whole. */
export const countsBySector = (db: Reads) =>
  db
    .selectFrom('partnership_theme as theme')
    .innerJoin('partnership', 'partnership.id', 'theme.partnership_id')
    .innerJoin('partnership_organisation as tie', 'tie.partnership_id', 'partnership.id')
    .innerJoin('organisation', 'organisation.id', 'tie.organisation_id')
    .select(['theme.theme_id', 'organisation.sector'])
    .select((eb) => eb.fn.count<number>('organisation.id').distinct().as('count'))
    .where('partnership.state', '<>', 'ended')
    .groupBy(['theme.theme_id', 'organisation.sector'])
    .execute()

export interface Places {
  wide: ReadonlyMap<string, Spot>
  narrow: ReadonlyMap<string, Spot>
}

export async function placesKept(db: Reads): Promise<Places> {
  const rows = await db.selectFrom('network_place').selectAll().execute()
  return {
    wide: new Map(rows.map(({ node_id, x, y }) => [node_id, { x, y }])),
    narrow: new Map(rows.map(({ node_id, narrow_x, narrow_y }) => [node_id, { x: narrow_x, y: narrow_y }])),
  }
}

export const drawing = (db: Reads) => db.selectFrom('network_drawing').selectAll().executeTakeFirstOrThrow()

/** Keeps a drawing of what was wanted when it began; what was wanted meanwhile is drawn next. */
export async function keepPlaces(
  tx: Tx,
  places: Places,
  {
    drawn,
    at,
    members,
    counts,
  }: { drawn: number; at: Instant; members: number; counts: readonly SectorCount[] },
): Promise<void> {
  await tx.deleteFrom('network_place').execute()
  const rows = [...places.wide].map(([node_id, { x, y }]) => {
    const narrow = places.narrow.get(node_id) ?? { x, y }
    return { node_id, x, y, narrow_x: narrow.x, narrow_y: narrow.y }
  })
  await insertRows<PartnershipTables['network_place']>(tx, 'network_place', rows)
  await tx
    .updateTable('network_drawing')
    .set({ drawn, drawn_at: at, members, counts: json(counts) })
    .execute()
}
