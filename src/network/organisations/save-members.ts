import { decide } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { refusalToChange } from '../directory.rules.ts'
import { membersOf, setMembers } from './umbrellas.sql.ts'

// As many names as the largest umbrella has members, and more than a page of a form should hold.
const membersMax = 2000

interface Saving {
  now: Instant
  /** The members as whoever writes saw them. */
  seen: string
  named: (name: string) => Promise<{ id: string } | undefined>
}

/** Which members these are, whatever their order: two who edit at once see that it is no longer the same. */
export const stateOfMembers = (members: readonly { id: string }[]): string =>
  hashOf(
    members
      .map(({ id }) => id)
      .toSorted()
      .join(' '),
  ).slice(0, 32)

/** Says whom an umbrella gathers, one name in a line, as long as nobody else has saved meanwhile. */
export async function saveMembers(
  db: Db,
  by: Member,
  umbrellaId: string,
  lines: string,
  { now, seen, named }: Saving,
): Promise<'unknown' | 'changed-meanwhile' | null> {
  const names = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, membersMax)
  const ids: string[] = []
  for (const name of names) {
    const known = await named(name)
    if (!known) return 'unknown'
    ids.push(known.id)
  }
  return decide(db, 'organisation', umbrellaId, async (tx) => {
    const changedAt = stateOfMembers(await membersOf(tx, umbrellaId))
    const refusal = refusalToChange({ seen, changedAt })
    if (refusal) return refusal
    await setMembers(tx, umbrellaId, ids, { added_at: now, added_by: by.id })
    await record(tx, { what: 'organisation-members-set', by: by.id, about: umbrellaId, at: now })
    return null
  })
}
