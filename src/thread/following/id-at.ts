import { findPoint } from '../find-point.ts'
import type { Reads } from '../tables.ts'
import type { FollowedKind } from './following.rules.ts'

/** What an address names, of all that can be followed. */
export async function idAt(db: Reads, kind: FollowedKind, key: string): Promise<string | undefined> {
  if (kind !== 'revision') return (await findPoint(db, kind, key))?.id
  const number = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0
  const revision = db.selectFrom('revision').select('id').where('number', '=', number)
  return (await revision.executeTakeFirst())?.id
}
