import { sql } from 'kysely'
import { partiesOn } from '#people/index.ts'
import type { Reads } from '../tables.ts'
import { absencesOf } from '../absences.sql.ts'
import { absenceOn } from '../keeping.rules.ts'
import { type Change, ownerId } from './change.ts'
import type { Facts } from './fits.rules.ts'
import type { Revision } from './revisions.sql.ts'
import { commitmentsNow } from './standing-now.sql.ts'

/** Everything that decides whether a revision can come into force today. */
export async function factsFor(
  db: Reads,
  revision: Pick<Revision, 'kind' | 'plan_id' | 'starts_on' | 'ends_on' | 'adopted_on'>,
  changes: readonly Change[],
  today: string,
): Promise<Facts> {
  const added = changes.flatMap((change) => (change.kind === 'add-commitment' ? [change.after] : []))
  const existing = changes.flatMap((change) => ('commitment_id' in change ? [change.commitment_id] : []))
  const [parties, goals, commitments, taken] = await Promise.all([
    partiesOn(db, today),
    db.selectFrom('goal').select(['id', 'adopted_at', 'closed_at']).execute(),
    commitmentsNow(db, existing),
    db
      .selectFrom('commitment')
      .select(['recommendation_id', 'carried_from'])
      .where('plan_id', '=', revision.plan_id)
      .where((eb) => eb.not(eb.exists(takenOut(db))))
      .execute(),
  ])
  const inPlan = new Set(taken.map((one) => one.recommendation_id))
  const recommended = added.flatMap((one) => one.recommendation_id ?? [])
  const { kind, plan_id, starts_on, ends_on, adopted_on } = revision
  return {
    ...{ kind, today, plan: { starts_on, ends_on, adopted_on } },
    parties: parties.map((party) => party.id),
    ended: await endedOwners(db, changes, today),
    goals: new Map(goals.map(({ id, ...goal }) => [id, goal])),
    recommendations: await recommendations(db, recommended, inPlan),
    carried: new Set(taken.flatMap((one) => one.carried_from ?? [])),
    commitments: new Map(
      [...commitments].map(([id, one]) => [id, { ...one, isInPlan: one.plan_id === plan_id }]),
    ),
  }
}

/** Of a commitment that another query names: that it was taken out of its plan. */
const takenOut = (db: Reads) =>
  db
    .selectFrom('commitment_version')
    .select('commitment_version.id')
    .where('commitment_version.is_removed', '=', 1)
    .where('commitment_version.commitment_id', '=', sql.ref<string>('commitment.id'))

/** Those of the owners named that are dissolved today. */
async function endedOwners(db: Reads, changes: readonly Change[], today: string): Promise<Set<string>> {
  const said = changes.flatMap((change) =>
    change.kind === 'add-commitment' || change.kind === 'change-commitment' ? change.after.owners : [],
  )
  const absences = await absencesOf(db, [...new Set(said.map(ownerId))])
  const keepers = [...absences].filter(([, own]) => absenceOn({ absences: own }, today)?.because === 'ended')
  return new Set(keepers.map(([id]) => id))
}

async function recommendations(db: Reads, ids: readonly string[], inPlan: ReadonlySet<string | null>) {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('recommendation')
    .select(['id', 'handed_over_on'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, handed_over_on }) => [id, { handed_over_on, isInPlan: inPlan.has(id) }]))
}
