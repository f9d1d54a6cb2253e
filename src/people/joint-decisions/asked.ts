import type { Context } from 'hono'
import { readFields, type VisitEnv } from '#platform/http.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import type { RecordTables } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import { partiesOn } from '../standings.sql.ts'
import type { DbWith, PeopleTables, Reads } from '../tables.ts'
import { AnswerForm, answerJointly, type CarryOut, withdrawQuestion } from './decide-jointly.ts'
import { answersTo, type JointAnswer, type JointDecision } from './joint-decisions.sql.ts'

/** A question with its answers, and the parties that have not answered yet. */
export interface Asked {
  decision: JointDecision
  answers: JointAnswer[]
  waiting: Awaited<ReturnType<typeof partiesOn>>
}

export async function askedWith(db: Reads, decision: JointDecision, today: string): Promise<Asked> {
  const answers = await answersTo(db, [decision.id])
  const joined = decision.state === 'open' ? await partiesOn(db, today) : []
  const waiting = joined.filter(({ id }) => !answers.some(({ party_id }) => party_id === id))
  return { decision, answers, waiting }
}

/** What came of a sent answer: done, or what the page says with the form as it was filled in. */
export type AnswerOutcome =
  | { done: 'answered' | 'withdrawn' }
  | { done: null; status: 422 | 409; answered: Answered }

/** Reads the form of `JointDecisionPart` and does what it says, for whoever is signed in. */
export async function takeAnswer<Tables extends PeopleTables & RecordTables>(
  db: DbWith<Tables>,
  c: Context<VisitEnv>,
  decisionId: string,
  carryOut: CarryOut<DbWith<Tables>>,
): Promise<AnswerOutcome> {
  const filled = await readFields(c)
  const act = { by: { id: c.var.member?.id ?? '' }, now: c.var.now }
  if (filled['answer'] === 'withdraw') {
    const refusal = await withdrawQuestion(db, act, decisionId)
    if (!refusal) return { done: 'withdrawn' }
    return { done: null, status: 409, answered: { refusal: `people.joint.refusal.${refusal}` } }
  }
  const form = checkForm(filled, AnswerForm)
  if (!form.ok) return { done: null, status: 422, answered: form }
  const refusal = await answerJointly(db, act, { id: decisionId, form: form.value }, carryOut)
  if (!refusal) return { done: 'answered' }
  return { done: null, status: 409, answered: { filled, refusal: `people.joint.refusal.${refusal}` } }
}

export const todayOf = (c: Context<VisitEnv>): string => localDate(c.var.now)
