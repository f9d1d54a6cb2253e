import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Answer, JointKind, JointState } from './joint-decision.rules.ts'

const decisions = (db: Reads) =>
  db
    .selectFrom('joint_decision')
    .innerJoin('party', 'party.id', 'joint_decision.party_id')
    .selectAll('joint_decision')
    .select('party.name as party_name')
    .orderBy('joint_decision.made_at', 'desc')
    .orderBy('joint_decision.id', 'desc')

export type JointDecision = Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number]

export const decisionWithId = (db: Reads, id: string) =>
  decisions(db).where('joint_decision.id', '=', id).executeTakeFirst()

/** What was asked about one thing, the latest question first. */
export const decisionsAbout = (db: Reads, kind: JointKind, aboutId: string) =>
  decisions(db).where('kind', '=', kind).where('about_id', '=', aboutId).execute()

export const openDecisions = (db: Reads) => decisions(db).where('state', '=', 'open').execute()

export const openDecisionAbout = (db: Reads, kind: JointKind, aboutId: string) =>
  decisions(db)
    .where('kind', '=', kind)
    .where('about_id', '=', aboutId)
    .where('state', '=', 'open')
    .executeTakeFirst()

export const answersTo = (db: Reads, decisionIds: readonly string[]) =>
  db
    .selectFrom('joint_answer')
    .innerJoin('party', 'party.id', 'joint_answer.party_id')
    .selectAll('joint_answer')
    .select('party.name as party_name')
    .where('decision_id', 'in', [...decisionIds])
    .orderBy('party.position')
    .execute()

export type JointAnswer = Awaited<ReturnType<typeof answersTo>>[number]

interface NewDecision {
  id: string
  kind: JointKind
  aboutId: string
  what: Record<string, unknown>
  reason: Texts
  partyId: string
  by: string | null
  now: Instant
}

export const addDecision = (db: Writes, { aboutId, partyId, by, now, ...one }: NewDecision) =>
  db
    .insertInto('joint_decision')
    .values({
      ...{ id: one.id, kind: one.kind, about_id: aboutId, what: json(one.what), reason: json(one.reason) },
      ...{ state: 'open', party_id: partyId, made_by: by, made_at: now, ended_at: null, ended_on: null },
    })
    .execute()

interface NewAnswer {
  decisionId: string
  partyId: string
  answer: Answer
  reason: Texts
  by: string | null
  asSubstitute: boolean
  now: Instant
}

export const addAnswer = (db: Writes, { decisionId, partyId, by, now, ...one }: NewAnswer) =>
  db
    .insertInto('joint_answer')
    .values({
      ...{ decision_id: decisionId, party_id: partyId, answer: one.answer, reason: json(one.reason) },
      ...{ by_person: by, as_substitute: one.asSubstitute ? 1 : 0, at: now },
    })
    .execute()

export const endDecision = (
  db: Writes,
  id: string,
  { state, at, day }: { state: JointState; at: Instant; day: string },
) =>
  db.updateTable('joint_decision').set({ state, ended_at: at, ended_on: day }).where('id', '=', id).execute()
