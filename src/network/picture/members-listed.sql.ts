import type { Language } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import type { Wanted } from './graph.rules.ts'
import type { Line } from './load-picture.ts'

const pageLength = 100

/** One page of the organisations that do something together, read by the database alone. */
export async function membersListed(
  db: Reads,
  { theme, area, sector }: Wanted,
  { page: asked }: { page: string | undefined; language: Language },
) {
  const living = () => {
    let hubs = db.selectFrom('partnership').select('partnership.id').where('state', '<>', 'ended')
    if (theme)
      hubs = hubs.where('partnership.id', 'in', (eb) =>
        eb.selectFrom('partnership_theme').select('partnership_id').where('theme_id', '=', theme),
      )
    if (area)
      hubs = hubs.where('partnership.id', 'in', (eb) =>
        eb.selectFrom('partnership_area').select('partnership_id').where('area', 'in', [area, 'whole-city']),
      )
    return hubs
  }
  const members = () => {
    const some = db
      .selectFrom('organisation')
      .where('organisation.id', 'in', (eb) =>
        eb
          .selectFrom('partnership_organisation')
          .select('organisation_id')
          .where('partnership_id', 'in', living()),
      )
    return sector ? some.where('sector', '=', sector) : some
  }
  const [counted, hubs] = await Promise.all([
    members()
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom(living().as('living'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const { count } = counted
  const pages = Math.max(1, Math.ceil(count / pageLength))
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  const page = wanted >= 1 && wanted <= pages ? wanted : 1
  const some = await members()
    .select(['organisation.id', 'slug', 'name', 'sector'])
    .orderBy('sector')
    .orderBy('slug')
    .limit(pageLength)
    .offset((page - 1) * pageLength)
    .execute()
  const rows = await withHubs(db, some)
  return { rows, page, pages, count, partnerships: hubs.count }
}

/** Each with what it is in. */
async function withHubs(db: Reads, some: readonly (Omit<Line, 'hubs'> & { id: string })[]): Promise<Line[]> {
  if (some.length === 0) return []
  const ties = await db
    .selectFrom('partnership_organisation as tie')
    .innerJoin('partnership', 'partnership.id', 'tie.partnership_id')
    .select(['tie.organisation_id', 'partnership.slug', 'partnership.name'])
    .where(
      'tie.organisation_id',
      'in',
      some.map(({ id }) => id),
    )
    .where('partnership.state', '<>', 'ended')
    .execute()
  return some.map(({ id, ...one }) => ({ ...one, hubs: ties.filter((tie) => tie.organisation_id === id) }))
}
