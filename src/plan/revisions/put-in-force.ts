import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { addCommitment, nextNumber } from '../commitments.sql.ts'
import { setOwners } from '../owners-as-said.sql.ts'
import { changePlan } from '../plans.sql.ts'
import { followCommitment } from '../successor/draft/follow-commitment.ts'
import type { Writes } from '../tables.ts'
import type { Change, CommitmentWords, FocusAreas, PlanWords } from './change.ts'
import { changeRevision, type Revision } from './revisions.sql.ts'
import { addCommitmentVersion, addFocusAreas, addPlanVersion, takeAwayFocusAreas } from './versions.sql.ts'

/**
 * Puts a revision in force: first its state, which the database lets pass only when every party of the day has said
 * yes, then what it says, which the database compares with it.
 */
export async function putInForce(
  tx: Writes,
  revision: Revision,
  changes: readonly Change[],
  now: Instant,
): Promise<void> {
  const day = localDate(now)
  const ended = { ended_at: now, ended_on: day }
  await changeRevision(tx, revision.id, { state: 'in-force', ...ended })
  for (const change of changes) await apply(tx, { revision, day, now }, change)
  if (revision.kind === 'adoption') {
    await tx.updateTable('plan').set({ adopted_on: day }).where('id', '=', revision.plan_id).execute()
  }
}

interface Act {
  revision: Revision
  day: string
  now: Instant
}

async function apply(tx: Writes, act: Act, change: Change): Promise<void> {
  switch (change.kind) {
    case 'plan-words':
      return wordPlan(tx, act, change.after)
    case 'focus-areas':
      return setFocusAreas(tx, act, change.after)
    case 'add-commitment':
      return add(tx, act, change)
    case 'change-commitment': {
      const { after } = change
      await version(tx, act, change.commitment_id, after)
      await tx.updateTable('commitment').set(stored(after)).where('id', '=', change.commitment_id).execute()
      await setOwners(tx, change.commitment_id)
      return followCommitment(tx, { ...change, id: change.commitment_id }, act.now)
    }
    case 'remove-commitment':
      return version(tx, act, change.commitment_id, change.before, true)
  }
}

const stored = ({ title, what, measure, due_on }: Omit<CommitmentWords, 'owners'>) => ({
  ...{ title: json(title), what: json(what), measure: json(measure), due_on },
})

async function wordPlan(tx: Writes, { revision, day }: Act, words: PlanWords): Promise<void> {
  const { title, lead, about } = words
  await addPlanVersion(tx, {
    ...{ id: newId(), plan_id: revision.plan_id, revision_id: revision.id, from_day: day },
    ...{ title: json(title), lead: json(lead), about: json(about) },
  })
  await changePlan(tx, revision.plan_id, words)
}

async function setFocusAreas(tx: Writes, { revision }: Act, { year, areas }: FocusAreas): Promise<void> {
  await takeAwayFocusAreas(tx, revision.plan_id, year)
  await addFocusAreas(
    tx,
    areas.map(({ title, about, proposal_id }, index) => ({
      ...{ id: newId(), plan_id: revision.plan_id, year, position: index + 1 },
      ...{ title: json(title), about: json(about), proposal_id, revision_id: revision.id },
    })),
  )
}

type New = Extract<Change, { kind: 'add-commitment' }>

async function add(tx: Writes, act: Act, { commitment_id, after }: New): Promise<void> {
  const { goal_id, recommendation_id, carried_from } = after
  await addCommitment(tx, {
    ...{ id: commitment_id, number: await nextNumber(tx), plan_id: act.revision.plan_id },
    ...{ goal_id, recommendation_id, carried_from, ...stored(after) },
    ...{ created_at: act.now, created_by: act.revision.made_by },
  })
  await version(tx, act, commitment_id, after)
  await setOwners(tx, commitment_id)
}

const version = async (
  tx: Writes,
  { revision, day }: Act,
  commitmentId: string,
  words: CommitmentWords,
  isRemoved = false,
): Promise<void> =>
  addCommitmentVersion(tx, {
    ...{ id: newId(), commitment_id: commitmentId, revision_id: revision.id, from_day: day },
    ...{ is_removed: isRemoved ? 1 : 0, ...stored(words), owners: json(words.owners) },
  })
