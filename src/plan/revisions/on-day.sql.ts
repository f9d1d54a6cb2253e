import { adoptedGoals } from '../goals/goals.sql.ts'
import type { Reads } from '../tables.ts'
import type { FocusAreas } from './change.ts'
import { namesIn } from './names.sql.ts'
import { areasOn, versionOn } from './on-day.rules.ts'
import { focusAreasNow } from './standing-now.sql.ts'

/** The plan as it stood on a day: its words, commitments and focus areas; undefined when none was in force. */
export async function planOn(db: Reads, day: string) {
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'title', 'lead', 'about'])
    .where('adopted_on', '<=', day)
    .where('starts_on', '<=', day)
    .where('ends_on', '>=', day)
    .executeTakeFirst()
  if (!plan) return undefined
  const words = await db
    .selectFrom('plan_version')
    .select(['position', 'from_day', 'title', 'lead', 'about'])
    .where('plan_id', '=', plan.id)
    .execute()
  const commitments = await commitmentsOn(db, plan.id, day)
  const owned = commitments.map(({ commitment_id, version }) => ({
    ...{ id: '', position: 1, kind: 'remove-commitment' as const, commitment_id, before: version },
  }))
  return {
    plan,
    // A plan that was never worded anew says what it has always said.
    words: versionOn(day, words) ?? words[0] ?? plan,
    goals: await adoptedGoals(db),
    commitments,
    areas: await areasThen(db, plan.id, day),
    names: await namesIn(db, owned),
  }
}

export type PlanOn = Awaited<ReturnType<typeof planOn>>

async function commitmentsOn(db: Reads, planId: string, day: string) {
  const rows = await db
    .selectFrom('commitment_version as version')
    .innerJoin('commitment', 'commitment.id', 'version.commitment_id')
    .select(['version.commitment_id', 'commitment.number', 'commitment.goal_id'])
    .select(['version.position', 'version.from_day', 'version.is_removed', 'version.owners'])
    .select(['version.title', 'version.what', 'version.measure', 'version.due_on'])
    .where('commitment.plan_id', '=', planId)
    .where('version.from_day', '<=', day)
    .orderBy('commitment.number')
    .execute()
  return [...Map.groupBy(rows, (row) => row.commitment_id).values()].flatMap((versions) => {
    const version = versionOn(day, versions)
    if (!version || version.is_removed === 1) return []
    const { commitment_id, number, goal_id } = version
    return [{ commitment_id, number, goal_id, version }]
  })
}

async function areasThen(db: Reads, planId: string, day: string) {
  const year = Number(day.slice(0, 4))
  const rows = await db
    .selectFrom('revision_change')
    .innerJoin('revision', 'revision.id', 'revision_change.revision_id')
    .select(['revision.ended_on', 'before', 'after'])
    .where('revision.plan_id', '=', planId)
    .where('revision.state', '=', 'in-force')
    .where('revision_change.kind', '=', 'focus-areas')
    .orderBy('revision.ended_at')
    .execute()
  // Of this kind both hold the areas of a year; the columns alone cannot tell.
  const changes = rows
    .map(({ ended_on, before, after }) => ({
      ...{ onDay: ended_on ?? '', before: before as FocusAreas, after: after as FocusAreas },
    }))
    .filter((one) => one.after.year === year)
    .map((one) => ({ onDay: one.onDay, before: one.before.areas, after: one.after.areas }))
  return areasOn(day, changes, (await focusAreasNow(db, planId, year)).areas)
}
