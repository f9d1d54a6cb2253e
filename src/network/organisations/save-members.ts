import { decide } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { setMembers } from './umbrellas.sql.ts'

// As many names as the largest umbrella has members, and more than a page of a form should hold.
const membersMax = 2000

interface Saving {
  now: Instant
  named: (name: string) => Promise<{ id: string } | undefined>
}

/** Says whom an umbrella gathers, one name in a line; answers with the first name that the directory lacks. */
export async function saveMembers(
  db: Db,
  by: Member,
  umbrellaId: string,
  lines: string,
  { now, named }: Saving,
): Promise<string | null> {
  const names = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, membersMax)
  const ids: string[] = []
  for (const name of names) {
    const known = await named(name)
    if (!known) return name
    ids.push(known.id)
  }
  await decide(db, 'organisation', umbrellaId, async (tx) => {
    await setMembers(tx, umbrellaId, ids, { added_at: now, added_by: by.id })
    await record(tx, { what: 'organisation-members-set', by: by.id, about: umbrellaId, at: now })
  })
  return null
}
