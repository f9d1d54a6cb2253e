import * as z from 'zod'
import { optionalLine } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Reads, Writes } from '../tables.ts'
import { putAnswers } from './answers.sql.ts'
import { keptUntil } from './kept-until.ts'
import { addProposals, changeProposalRow, proposalOf, removeProposalRow } from './proposals.sql.ts'
import type { Answers } from './questions.rules.ts'
import { tableQuestionOf } from './questions.sql.ts'
import type { QuestionRow, QuestionTables } from './tables.ts'

const proposalMax = 300

/** What somebody would like to talk about at the tables; never required. */
export const TableQuestion = z.object({ table_question: optionalLine(proposalMax) })

interface Answerer {
  event: Pick<ProgrammeEvent, 'ends_at'>
  signUpId: string
}

/** What somebody answered to these questions, each until its own date. */
export const answerRows = (
  { event, signUpId }: Answerer,
  questions: readonly QuestionRow[],
  answers: Answers,
): QuestionTables['question_answer'][] =>
  questions.flatMap(({ id, keep_days }) => {
    const value = answers.get(id)
    const wipe_on = keptUntil(event, keep_days)
    return value === undefined ? [] : [{ question_id: id, sign_up_id: signUpId, value, wipe_on }]
  })

/** Writes what somebody answered to these questions, each until its own date. Part of the caller's transaction. */
export function giveAnswers(
  tx: Writes,
  answerer: Answerer,
  questions: readonly QuestionRow[],
  answers: Answers,
): Promise<void> {
  const asked = questions.map(({ id }) => id)
  return putAnswers(tx, answerer.signUpId, asked, answerRows(answerer, questions, answers))
}

/** At a Dialogforum people talk at tables, so everybody may say about what, unless its organisers decided otherwise. */
export async function asksForTableQuestions(
  db: Reads,
  event: Pick<ProgrammeEvent, 'id' | 'series_key'>,
): Promise<boolean> {
  const decided = await tableQuestionOf(db, event.id)
  return decided ? decided.asked === 1 : event.series_key === 'dialogforum'
}

/** Keeps, changes or takes back what one person would like to talk about. Part of the caller's transaction. */
export async function proposeTableQuestion(
  tx: Writes,
  { eventId, signUpId, now }: { eventId: string; signUpId: string; now: Instant },
  words: string | null,
): Promise<void> {
  const known = await proposalOf(tx, signUpId)
  if (known && words) await changeProposalRow(tx, known.id, words)
  else if (known) await removeProposalRow(tx, known.id)
  else if (words) {
    const row = { id: newId(), event_id: eventId, sign_up_id: signUpId, words, created_at: now }
    await addProposals(tx, [row])
  }
}
