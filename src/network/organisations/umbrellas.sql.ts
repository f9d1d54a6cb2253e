import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

/** The organisations that an umbrella gathers itself. */
export const membersOf = (db: Reads, umbrellaId: string) =>
  db
    .selectFrom('organisation_member')
    .innerJoin('organisation', 'organisation.id', 'member_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.sector'])
    .where('umbrella_id', '=', umbrellaId)
    .execute()

export const umbrellasOf = (db: Reads, memberId: string) =>
  db
    .selectFrom('organisation_member')
    .innerJoin('organisation', 'organisation.id', 'umbrella_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.sector'])
    .where('member_id', '=', memberId)
    .execute()

/**
 * How many organisations an umbrella reaches, members of members too. Each counts once, however many umbrellas it is
 * in; and whoever was seen is not looked at again, so umbrellas that gather each other in a ring come to an end.
 */
export async function reachOf(db: Reads, umbrellaId: string): Promise<number> {
  const seen = new Set([umbrellaId])
  let next = [umbrellaId]
  while (next.length > 0) {
    const rows = await db
      .selectFrom('organisation_member')
      .select('member_id')
      .distinct()
      .where('umbrella_id', 'in', next)
      .execute()
    next = rows.map(({ member_id }) => member_id).filter((id) => !seen.has(id))
    for (const id of next) seen.add(id)
  }
  return seen.size - 1
}

export async function setMembers(
  db: Writes,
  umbrellaId: string,
  memberIds: readonly string[],
  added: { added_at: Instant; added_by: string },
): Promise<void> {
  const before = new Set((await membersOf(db, umbrellaId)).map(({ id }) => id))
  const wanted = new Set(memberIds.filter((id) => id !== umbrellaId))
  const gone = [...before].filter((id) => !wanted.has(id))
  if (gone.length > 0)
    await db
      .deleteFrom('organisation_member')
      .where('umbrella_id', '=', umbrellaId)
      .where('member_id', 'in', gone)
      .execute()
  const rows = [...wanted].flatMap((id) =>
    before.has(id) ? [] : [{ umbrella_id: umbrellaId, member_id: id, ...added }],
  )
  if (rows.length > 0) await db.insertInto('organisation_member').values(rows).execute()
}
