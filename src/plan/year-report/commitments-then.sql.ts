import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'

/** Commitments made before a moment, with what the latest update before it says. */
export const commitmentsUntil = (db: Reads, until: Instant) =>
  db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .leftJoin('commitment_update as latest', (join) =>
      join.on('latest.id', '=', (eb) =>
        eb
          .selectFrom('commitment_update')
          .select('commitment_update.id')
          .whereRef('commitment_update.commitment_id', '=', 'commitment.id')
          .where('commitment_update.at', '<', until)
          .orderBy('commitment_update.at', 'desc')
          .orderBy('commitment_update.id', 'desc')
          .limit(1),
      ),
    )
    .select(['commitment.id', 'commitment.number', 'commitment.title', 'commitment.due_on'])
    .select(['plan.starts_on', 'plan.ends_on', 'latest.state'])
    .where('commitment.created_at', '<', until)
    .where('plan.adopted_on', 'is not', null)
    .orderBy('commitment.number')
    .execute()

/** What stood in the plan of each commitment until a day; of each, the last row is the one that stood then. */
export const versionsUntil = (db: Reads, day: string) =>
  db
    .selectFrom('commitment_version')
    .select(['commitment_id', 'is_removed', 'title', 'due_on', 'owners'])
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .orderBy('id')
    .execute()

export const ownersOf = (db: Reads) =>
  db
    .selectFrom('commitment_owner')
    .select(['commitment_id', 'party_id', 'organisation_id'])
    .orderBy('commitment_id')
    .orderBy('position')
    .execute()

export type OwnerRow = Awaited<ReturnType<typeof ownersOf>>[number]

/** What these parties and organisations are called, by their ids. */
export async function namesOf(db: Reads, ids: readonly string[]): Promise<Map<string, Texts>> {
  const parties = await db.selectFrom('party').select(['id', 'name']).execute()
  const others = [...new Set(ids)].filter((id) => !parties.some((party) => party.id === id))
  const organisations =
    others.length === 0
      ? []
      : await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', others).execute()
  return new Map([...parties, ...organisations].map(({ id, name }) => [id, name]))
}
