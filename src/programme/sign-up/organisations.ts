import { organisationNamed, organisationsNamed } from '#network/index.ts'
import type { Reads } from '../tables.ts'
import { type Organisation, typed } from './arrivals.ts'

/** The organisation as the directory knows it, or as it was typed. */
export async function organisationOf(db: Reads, name: string | null): Promise<Organisation> {
  const known = name ? await organisationNamed(db, name) : undefined
  return known ? { organisation_id: known.id, organisation_name: null } : typed(name)
}

/** The same for many, by what was typed. */
export async function organisationsOf(
  db: Reads,
  names: readonly (string | null)[],
): Promise<Map<string | null, Organisation>> {
  const ids = await organisationsNamed(
    db,
    names.flatMap((name) => name ?? []),
  )
  return new Map([...ids].map(([name, id]) => [name, { organisation_id: id, organisation_name: null }]))
}
