import type { DbOf } from '#platform/handle.ts'
import type { ForumTables } from '#forum/tables.ts'
import type { AnswerKind } from '#forum/recommendation.rules.ts'
import { addAnswer } from '#forum/recommendations.sql.ts'
import { type Database, json } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { type NewCommitment, proposeCommitment } from '#plan/index.ts'
import type { PlanTables } from '#plan/tables.ts'
import { answerRevision } from '../src/plan/revisions/index.ts'
import { askToAdopt, carryOutGoal } from '#plan/goals/ask-about-goal.ts'
import { wordingOf } from '#plan/goals/goal.rules.ts'
import { goalWithNumber } from '#plan/goals/goals.sql.ts'
import { openDecisionAbout } from '#people/joint-decisions/index.ts'
import { answerJointly } from '#people/joint-decisions/decide-jointly.ts'
import type { Db as PlanDb } from '#plan/tables.ts'
import { anEvent } from './cast.ts'

/** A handed-over recommendation of an event held on that day; not handed over when no date is given. */
export async function aRecommendation(
  database: Database,
  by: Member,
  { number, on, handedOverOn }: { number: number; on: Instant; handedOverOn: string | null },
): Promise<string> {
  const slug = `forum-${number}`
  const eventId = await anEvent(database, on, { slug, title: json({ sv: `Forum ${number}` }) })
  const id = newId()
  const db: DbOf<ForumTables> = database.as()
  await db
    .insertInto('recommendation')
    .values({
      id,
      event_id: eventId,
      number,
      text: json({
        sv: `Öppna skolgården på kvällen (${number})`,
        en: `Open the schoolyard in the evening (${number})`,
      }),
      receiver_organisation_id: null,
      receiver_name: 'Kulturnämnden',
      written_by: by.id,
      created_at: on,
      handed_over_on: handedOverOn,
      answer_due_on: handedOverOn && '2026-12-20',
    })
    .execute()
  return id
}

/** What its receiver says to it. */
export async function anAnswer(database: Database, by: Member, id: string, kind: AnswerKind): Promise<void> {
  const day = '2026-11-14'
  const row = { id: newId(), recommendation_id: id, kind, words: json({ sv: 'Svar' }), answered_on: day }
  const written = { recorded_by: by.id, recorded_at: `${day}T10:00:00.000Z` as const }
  await addAnswer(database.as(), {
    ...{ ...row, ...written, next_by: null, link_id: null, given_as: null },
  })
}

/** The ids of the goals, by their numbers. */
export async function goalIds(database: Database): Promise<Map<number, string>> {
  const db: DbOf<PlanTables> = database.as()
  const rows = await db.selectFrom('goal').select(['id', 'number']).execute()
  return new Map(rows.map((row) => [row.number, row.id]))
}

/** Something to promise; what is given stands instead. */
export const aPromise = (goal: string, given: Partial<NewCommitment> = {}): NewCommitment => ({
  id: newId(),
  goal,
  title: { sv: 'Öppna skolgårdarna', en: 'Open the schoolyards' },
  what: { sv: 'Fem skolgårdar är öppna på kvällen.' },
  measure: { sv: 'Fem skolgårdar' },
  due: '2026-12-20',
  parties: [],
  organisationIds: [],
  recommendationId: null,
  revisionId: newId(),
  reason: { sv: 'Det behövs.' },
  decideBy: '2026-12-20',
  ...given,
})

const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`

/** Something that both have promised: proposed by one, and said yes to by the others. */
export async function committed(
  database: Database,
  [by, ...others]: readonly [Member, ...Member[]],
  promise: NewCommitment,
  now: Instant,
): Promise<number> {
  const proposed = await proposeCommitment(database.as(), by, promise, { now, url })
  if (proposed.refusal !== null) throw new Error(proposed.refusal)
  for (const other of others) {
    const given = { partyId: other.party?.id ?? '', seen: 1, answer: 'yes', reason: {} } as const
    const answered = await answerRevision(database.as(), other, proposed.id, given, { now, url })
    if (answered.refusal !== null) throw new Error(answered.refusal)
  }
  const db: DbOf<PlanTables> = database.as()
  const made = await db
    .selectFrom('commitment')
    .select('number')
    .where('id', '=', promise.id)
    .executeTakeFirstOrThrow()
  return made.number
}

/** A goal that every party adopts: asked by the first, answered by the others. */
export async function adoptedByAll(
  database: Database,
  number: number,
  [first, ...others]: readonly [Member, ...Member[]],
  now: Instant,
): Promise<void> {
  const db: PlanDb = database.as()
  const goal = await goalWithNumber(db, number)
  if (!goal) throw new Error(`no goal ${number}`)
  await askToAdopt(db, first, goal.id, wordingOf(goal), now)
  const question = await openDecisionAbout(db, 'adopt-goal', goal.id)
  const form = { answer: 'yes', reason: {} } as const
  for (const by of others)
    if (question) await answerJointly(db, { by, now }, { id: question.id, form }, carryOutGoal(now))
}
