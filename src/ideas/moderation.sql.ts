import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { DecisionKind, RefusalReason } from './moderation.rules.ts'
import type { IdeaTables, Reads, Writes } from './tables.ts'
import type { Insertable } from 'kysely'

export interface Decision {
  kind: DecisionKind
  reason: RefusalReason | 'within-rules'
  words: Texts | null
  by: { id: string; party: string }
  at: Instant
}

/** Writes a decision in the log, which makes it so; returns its id. */
export async function addDecision(
  db: Writes,
  ideaId: string,
  { words, by, ...decision }: Decision,
): Promise<string> {
  const { count } = await db
    .selectFrom('idea_decision')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('idea_id', '=', ideaId)
    .executeTakeFirstOrThrow()
  const id = newId()
  const said = words && Object.keys(words).length > 0 ? json(words) : null
  await db
    .insertInto('idea_decision')
    .values({
      ...{ id, idea_id: ideaId, number: count + 1, ...decision, words: said },
      ...{ by_person: by.id, party_id: by.party },
    })
    .execute()
  return id
}

const decisions = (db: Reads) =>
  db
    .selectFrom('idea_decision as decision')
    .innerJoin('idea', 'idea.id', 'decision.idea_id')
    .innerJoin('person', 'person.id', 'decision.by_person')
    .innerJoin('party', 'party.id', 'decision.party_id')
    .leftJoin('idea_appeal as appeal', 'appeal.decision_id', 'decision.id')
    .leftJoin('person as looked', 'looked.id', 'appeal.answered_by')
    .select(['decision.id', 'decision.idea_id', 'decision.kind', 'decision.reason', 'decision.words'])
    .select(['decision.at', 'decision.party_id', 'person.name as by', 'party.name as party'])
    .select(['idea.number', 'idea.what', 'idea.language', 'decision.number as in_order'])
    .select(['appeal.words as appeal', 'appeal.at as appealed_at', 'appeal.answered_at', 'appeal.outcome'])
    .select(['appeal.answer', 'looked.name as looked_by'])

export type Decided = Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number]

/** What was decided about an idea, first things first. */
export const decisionsAbout = (db: Reads, ideaId: string): Promise<Decided[]> =>
  decisions(db).where('decision.idea_id', '=', ideaId).orderBy('decision.number').execute()

/** The moderator's log, latest first. */
export const decisionLog = (db: Reads, limit: number): Promise<Decided[]> =>
  decisions(db).orderBy('decision.at', 'desc').orderBy('decision.id', 'desc').limit(limit).execute()

/** Appeals that wait for an answer. */
export const appealsWaiting = (db: Reads): Promise<Decided[]> =>
  decisions(db)
    .where('appeal.at', 'is not', null)
    .where('appeal.answered_at', 'is', null)
    .orderBy('appeal.at')
    .execute()

export const addAppeal = (db: Writes, decisionId: string, words: string, at: Instant) =>
  db
    .insertInto('idea_appeal')
    .values({
      ...{ decision_id: decisionId, words, at, answered_at: null, outcome: null, answer: null },
      ...{ answered_by: null, party_id: null },
    })
    .execute()

export const answerAppealWith = (
  db: Writes,
  decisionId: string,
  { outcome, answer, by, at }: { outcome: 'changed' | 'stands'; answer: Texts } & Pick<Decision, 'by' | 'at'>,
) =>
  db
    .updateTable('idea_appeal')
    .set({ outcome, answer: json(answer), answered_at: at, answered_by: by.id, party_id: by.party })
    .where('decision_id', '=', decisionId)
    .execute()

export const addReport = (db: Writes, row: Insertable<IdeaTables['idea_report']>) =>
  db.insertInto('idea_report').values(row).execute()

export const reportWithId = (db: Reads, id: string) =>
  db.selectFrom('idea_report').selectAll().where('id', '=', id).executeTakeFirst()

export const confirmReportWith = (db: Writes, id: string, at: Instant) =>
  db
    .updateTable('idea_report')
    .set({ confirmed_at: at })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()

/** Reports of an idea that no decision has looked at yet. */
export const openReports = (db: Reads, ideaId: string) =>
  db
    .selectFrom('idea_report')
    .select(['id', 'reason', 'words', 'at', 'confirmed_at', 'language'])
    .where('idea_id', '=', ideaId)
    .where('decision_id', 'is', null)
    .orderBy('at')
    .execute()

export type Report = Awaited<ReturnType<typeof openReports>>[number]

export const settleReports = (db: Writes, ideaId: string, decisionId: string) =>
  db
    .updateTable('idea_report')
    .set({ decision_id: decisionId })
    .where('idea_id', '=', ideaId)
    .where('decision_id', 'is', null)
    .execute()

/** Ideas that somebody has reported and nobody has looked at since, the most confirmed reports first. */
export const ideasReported = (db: Reads) =>
  db
    .selectFrom('idea_report')
    .innerJoin('idea', 'idea.id', 'idea_report.idea_id')
    .select(['idea.id', 'idea.number', 'idea.what', 'idea.language'])
    .select((eb) => [
      eb.fn.countAll<number>().as('reports'),
      eb.fn.count<number>('idea_report.confirmed_at').as('confirmed'),
      eb.fn.min('idea_report.at').as('since'),
    ])
    .where('idea_report.decision_id', 'is', null)
    .groupBy(['idea.id', 'idea.number', 'idea.what', 'idea.language'])
    .orderBy('confirmed', 'desc')
    .orderBy('since')
    .execute()

/** What is told to everybody: how many decisions of each kind and reason, reports and appeals. */
export async function moderationNumbers(db: Reads) {
  const decided = await db
    .selectFrom('idea_decision')
    .select(['kind', 'reason'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['kind', 'reason'])
    .execute()
  const reports = await db
    .selectFrom('idea_report')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.count<number>('confirmed_at').as('confirmed'),
      eb.fn.count<number>('decision_id').as('settled'),
    ])
    .executeTakeFirstOrThrow()
  const appeals = await db
    .selectFrom('idea_appeal')
    .select('outcome')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('outcome')
    .execute()
  return { decided, reports, appeals }
}

export type ModerationNumbers = Awaited<ReturnType<typeof moderationNumbers>>
