import { organisationNamed } from '#network/index.ts'
import type { Db } from './tables.ts'

/** The organisations of these names; undefined when the directory lacks one of them. */
export async function organisationsNamed(db: Db, names: readonly string[]): Promise<string[] | undefined> {
  const ids: string[] = []
  for (const name of names) {
    const known = await organisationNamed(db, name)
    if (!known) return undefined
    ids.push(known.id)
  }
  return ids
}
