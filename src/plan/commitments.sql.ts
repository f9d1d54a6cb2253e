import type { Insertable } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { absencesOf } from './absences.sql.ts'
import type { CommitmentState } from './commitment.rules.ts'
import type { Keeper } from './keeping.rules.ts'
import type { PlanTables, Reads, Writes } from './tables.ts'

/** Commitments with their goal and plan, and with how they stand: what the latest update says. */
const commitments = (db: Reads) =>
  db
    .selectFrom('commitment')
    .innerJoin('goal', 'goal.id', 'commitment.goal_id')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .leftJoin('commitment_update as latest', (join) =>
      join.on('latest.id', '=', (eb) =>
        eb
          .selectFrom('commitment_update')
          .select('commitment_update.id')
          .whereRef('commitment_update.commitment_id', '=', 'commitment.id')
          .orderBy('commitment_update.at', 'desc')
          .orderBy('commitment_update.id', 'desc')
          .limit(1),
      ),
    )
    .leftJoin('commitment_version as removed', (join) =>
      join.onRef('removed.commitment_id', '=', 'commitment.id').on('removed.is_removed', '=', 1),
    )
    .select([
      'commitment.id',
      'commitment.number',
      'commitment.plan_id',
      'commitment.goal_id',
      'commitment.recommendation_id',
      'commitment.title',
      'commitment.what',
      'commitment.measure',
      'commitment.due_on',
      'commitment.created_at',
      'goal.number as goal_number',
      'goal.title as goal_title',
      'plan.slug as plan_slug',
      'plan.title as plan_title',
      'plan.ends_on as plan_ends_on',
      'latest.state as latest_state',
      'latest.at as latest_at',
      // The day from which it is not in the plan any longer.
      'removed.from_day as removed_on',
    ])
    .orderBy('commitment.number')

type Row = Awaited<ReturnType<ReturnType<typeof commitments>['execute']>>[number]

/** Who has promised it: a party or an organisation, by its name; the address is that of the directory. */
export interface Owner extends Keeper {
  party_id: string | null
  name: Texts
  organisation_slug: string | null
}

export interface Commitment extends Omit<Row, 'latest_state'> {
  state: CommitmentState
  owners: Owner[]
}

async function withOwners(db: Reads, rows: readonly Row[]): Promise<Commitment[]> {
  if (rows.length === 0) return []
  const owners = await db
    .selectFrom('commitment_owner')
    .leftJoin('party', 'party.id', 'commitment_owner.party_id')
    .leftJoin('organisation', 'organisation.id', 'commitment_owner.organisation_id')
    .select([
      'commitment_owner.commitment_id',
      'commitment_owner.party_id',
      'commitment_owner.organisation_id',
      'party.name as party_name',
      'organisation.name as organisation_name',
      'organisation.slug as organisation_slug',
    ])
    .where(
      'commitment_owner.commitment_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('commitment_owner.position')
    .execute()
  const ids = owners.map(({ party_id, organisation_id }) => party_id ?? organisation_id ?? '')
  const absences = await absencesOf(db, [...new Set(ids)])
  const byCommitment = Map.groupBy(owners, (owner) => owner.commitment_id)
  return rows.map(({ latest_state, ...row }) => ({
    ...row,
    state: latest_state ?? 'not-started',
    owners: (byCommitment.get(row.id) ?? []).map(
      ({ party_id, organisation_id, party_name, organisation_name, organisation_slug }) => ({
        party_id,
        organisation_slug,
        name: party_name ?? organisation_name ?? {},
        absences: absences.get(party_id ?? organisation_id ?? '') ?? [],
      }),
    ),
  }))
}

/** Those that stand in their plan: what was taken out has a page of its own, but is in no list. */
const standing = (db: Reads) => commitments(db).where('removed.from_day', 'is', null)

export const commitmentsOfPlan = async (db: Reads, planId: string): Promise<Commitment[]> =>
  withOwners(db, await standing(db).where('commitment.plan_id', '=', planId).execute())

export const commitmentsOfGoal = async (db: Reads, goalId: string): Promise<Commitment[]> =>
  withOwners(db, await standing(db).where('commitment.goal_id', '=', goalId).execute())

/** What has become of these recommendations: the commitments that came from them. */
export async function commitmentsOfRecommendations(db: Reads, ids: readonly string[]): Promise<Commitment[]> {
  if (ids.length === 0) return []
  return withOwners(db, await commitments(db).where('commitment.recommendation_id', 'in', ids).execute())
}

export const commitmentWithNumber = async (db: Reads, number: number): Promise<Commitment | undefined> =>
  (await withOwners(db, await commitments(db).where('commitment.number', '=', number).execute()))[0]

export const commitmentWithId = async (db: Reads, id: string): Promise<Commitment | undefined> =>
  (await withOwners(db, await commitments(db).where('commitment.id', '=', id).execute()))[0]

export const commitmentsWithIds = async (db: Reads, ids: readonly string[]): Promise<Commitment[]> =>
  withOwners(db, await commitments(db).where('commitment.id', 'in', ids).execute())

const desk = 50

/** Open commitments of which nothing has been heard since then, the longest silence first: for the office's desk. */
export async function commitmentsWithoutUpdate(
  db: Reads,
  before: Instant,
  today: string,
): Promise<Commitment[]> {
  const silent = standing(db)
    .where((eb) => eb.fn.coalesce('latest.at', 'commitment.created_at'), '<', before)
    .where((eb) =>
      eb.or([eb('latest.state', 'is', null), eb('latest.state', 'in', ['not-started', 'under-way'])]),
    )
    .where('plan.ends_on', '>=', today)
    .clearOrderBy()
    .orderBy((eb) => eb.fn.coalesce('latest.at', 'commitment.created_at'))
    .limit(desk)
  return withOwners(db, await silent.execute())
}

/** Open commitments of plans that go on, whose day is this one or earlier, the first first: for the office's desk. */
export async function commitmentsDue(db: Reads, by: string, today: string): Promise<Commitment[]> {
  const due = standing(db)
    .where('commitment.due_on', '<=', by)
    .where((eb) =>
      eb.or([eb('latest.state', 'is', null), eb('latest.state', 'in', ['not-started', 'under-way'])]),
    )
    .where('plan.ends_on', '>=', today)
    .clearOrderBy()
    .orderBy('commitment.due_on')
    .limit(desk)
  return withOwners(db, await due.execute())
}

export const addCommitment = (db: Writes, row: Insertable<PlanTables['commitment']>) =>
  db.insertInto('commitment').values(row).execute()

export const addOwners = (db: Writes, rows: Insertable<PlanTables['commitment_owner']>[]) =>
  db.insertInto('commitment_owner').values(rows).execute()

/** The next number. Commitments are never taken away, and whoever asks holds the plan. */
export async function nextNumber(db: Writes): Promise<number> {
  const { last } = await db
    .selectFrom('commitment')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export const isInPlan = async (db: Reads, recommendationId: string, planId: string): Promise<boolean> => {
  const query = standing(db).where('commitment.recommendation_id', '=', recommendationId)
  return (await query.where('commitment.plan_id', '=', planId).executeTakeFirst()) !== undefined
}
