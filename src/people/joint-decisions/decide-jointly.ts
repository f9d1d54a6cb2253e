import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Texts } from '#platform/language.ts'
import { record, type RecordTables } from '#platform/record.ts'
import { type Instant, instantAt, localDate } from '#platform/time.ts'
import { partiesOn, standings } from '../standings.sql.ts'
import { actsForOn } from '../substitutes.sql.ts'
import type { DbWith, PeopleTables, Writes } from '../tables.ts'
import {
  type JointKind,
  type JointRefusal,
  outcomeOf,
  refusalToAnswer,
  refusalToWithdraw,
  type WithdrawalRefusal,
} from './joint-decision.rules.ts'
import {
  addAnswer,
  addDecision,
  answersTo,
  decisionWithId,
  endDecision,
  type JointDecision,
} from './joint-decisions.sql.ts'

const reasonMax = 2000

export const AnswerForm = z.object({
  answer: z.enum(['yes', 'no'], 'platform.form.choose'),
  reason: optionalTexts(reasonMax),
})
export type AnswerForm = z.output<typeof AnswerForm>

/** What is done once all have said yes, in the same transaction. */
export type CarryOut<Tx> = (tx: Tx, decision: JointDecision) => Promise<unknown>

interface Question {
  id: string
  kind: JointKind
  aboutId: string
  what: Record<string, unknown>
  reason: Texts
}

/** Who acts, and when. */
interface Act {
  by: { id: string }
  now: Instant
}

/**
 * Puts a question to every party within the caller's transaction; whoever asks has said yes with it. Where only one
 * party is joined, that is the decision.
 */
export async function askJointly<Tx extends Writes>(
  tx: Tx,
  { by, now }: Act,
  question: Question,
  carryOut: CarryOut<Tx>,
): Promise<JointRefusal | null> {
  const acting = await actsForOn(tx, by.id, localDate(now))
  const joined = (await partiesOn(tx, localDate(now))).map(({ id }) => id)
  if (!acting || !joined.includes(acting.party)) return 'not-a-party'
  await addDecision(tx, { ...question, partyId: acting.party, by: by.id, now })
  const about = { about: question.aboutId, at: now, detail: { kind: question.kind, decision: question.id } }
  await record(tx, { what: 'joint-decision-asked', by: by.id, ...about })
  const answer = { answer: 'yes', reason: {} } as const
  return answerInside(tx, { by, now }, { id: question.id, form: answer }, carryOut)
}

interface Given {
  id: string
  form: AnswerForm
}

type Floor = PeopleTables & RecordTables

/** A party's answer; the last yes that is needed carries it out. Null means that it counts. */
export const answerJointly = <Tables extends Floor>(
  db: DbWith<Tables>,
  act: Act,
  given: Given,
  carryOut: CarryOut<DbWith<Tables>>,
): Promise<JointRefusal | null> =>
  decide(db, 'joint_decision', given.id, (tx) =>
    answerInside(tx as unknown as Writes, act, given, (_, decision) =>
      carryOut(tx as unknown as DbWith<Tables>, decision),
    ),
  )

async function answerInside<Tx extends Writes>(
  tx: Tx,
  { by, now }: Act,
  { id, form }: Given,
  carryOut: CarryOut<Tx>,
): Promise<JointRefusal | null> {
  const day = localDate(now)
  const decision = found(await decisionWithId(tx, id), 'joint decision')
  const joined = (await partiesOn(tx, day)).map((party) => party.id)
  const acting = await actsForOn(tx, by.id, day)
  const answered = (await answersTo(tx, [id])).map(({ party_id }) => party_id)
  const { answer, reason } = form
  const hasReason = Object.keys(reason).length > 0
  const asked = { acting, joined, state: decision.state, answered, answer, hasReason }
  const refusal = refusalToAnswer(asked)
  if (refusal || !acting) return refusal ?? 'not-a-party'

  const who = { partyId: acting.party, asSubstitute: acting.asSubstitute, by: by.id, now }
  await addAnswer(tx, { decisionId: id, answer, reason, ...who })
  const detail = { kind: decision.kind, decision: id, answer, party: acting.party }
  await record(tx, { what: 'joint-decision-answered', by: by.id, about: decision.about_id, at: now, detail })
  await settle(tx, decision, now, carryOut)
  return null
}

/** Ends a question once what has been answered decides it. */
export async function settle<Tx extends Writes>(
  tx: Tx,
  decision: JointDecision,
  now: Instant,
  carryOut: CarryOut<Tx>,
) {
  const day = localDate(now)
  const joined = (await partiesOn(tx, day)).map(({ id }) => id)
  const state = outcomeOf(await answersTo(tx, [decision.id]), joined)
  if (state === 'open') return
  await endDecision(tx, decision.id, { state, at: now, day })
  const about = { about: decision.about_id, detail: { kind: decision.kind, decision: decision.id } }
  const what = state === 'carried' ? 'joint-decision-carried' : 'joint-decision-refused'
  await record(tx, { what, by: null, at: now, ...about })
  if (state === 'carried') await carryOut(tx, decision)
}

/** The party that asked takes its question back. Null means it is done. */
export const withdrawQuestion = <Tables extends Floor>(db: DbWith<Tables>, { by, now }: Act, id: string) =>
  decide(db, 'joint_decision', id, async (handle): Promise<WithdrawalRefusal | null> => {
    const tx = handle as unknown as Writes
    const decision = found(await decisionWithId(tx, id), 'joint decision')
    const refusal = refusalToWithdraw(await actsForOn(tx, by.id, localDate(now)), decision)
    if (refusal) return refusal

    await endDecision(tx, id, { state: 'withdrawn', at: now, day: localDate(now) })
    const about = { about: decision.about_id, detail: { kind: decision.kind, decision: id } }
    await record(tx, { what: 'joint-decision-withdrawn', by: by.id, at: now, ...about })
    return null
  })

/**
 * What all parties signed on paper before any version of the agreement stood here; on the day given, or the first on
 * which there were parties. The day that it counts from, and nothing where there are no parties.
 */
export async function signedOnPaper(tx: Writes, at: Instant, question: Question): Promise<string | null> {
  const first = (await standings(tx)).find(({ standing }) => standing === 'joined')
  if (!first) return null
  const now = first.from_day > localDate(at) ? instantAt(first.from_day, '12:00') : at
  const day = localDate(now)
  await addDecision(tx, { ...question, partyId: first.party_id, by: null, now })
  for (const { id } of await partiesOn(tx, day)) {
    const answer = { answer: 'yes', reason: {}, by: null, asSubstitute: false } as const
    await addAnswer(tx, { decisionId: question.id, partyId: id, ...answer, now })
  }
  await endDecision(tx, question.id, { state: 'carried', at: now, day })
  return day
}
