import type { Reads } from './tables.ts'

/** The party that the organisations of a sector belong with: city bodies to the city, associations to civil society. */
export async function partiesBySector(db: Reads): Promise<Map<string, string>> {
  const parties = await db.selectFrom('party').select(['id', 'key']).execute()
  return new Map(parties.map(({ id, key }) => [key, id]))
}

interface Owner {
  party_id: string | null
  organisation_slug: string | null
}

/** The parties behind the owners of something; nothing when one of them is of no party's sector. */
export async function partiesBehind(db: Reads, owners: readonly Owner[]): Promise<string[] | undefined> {
  const slugs = owners.flatMap(({ organisation_slug }) => (organisation_slug ? [organisation_slug] : []))
  const bySector = await partiesBySector(db)
  const organisations =
    slugs.length === 0
      ? []
      : await db.selectFrom('organisation').select(['slug', 'sector']).where('slug', 'in', slugs).execute()
  const sectors = new Map(organisations.map(({ slug, sector }) => [slug, sector as string]))
  const parties = owners.map(
    ({ party_id, organisation_slug }) => party_id ?? bySector.get(sectors.get(organisation_slug ?? '') ?? ''),
  )
  const known = parties.flatMap((one) => (one ? [one] : []))
  return known.length > 0 && known.length === parties.length ? [...new Set(known)] : undefined
}
