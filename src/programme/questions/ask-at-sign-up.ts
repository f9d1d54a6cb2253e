import { checkForm, type Filled, type Mistakes } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Reads, SignUpRow, Writes } from '../tables.ts'
import { addAnswers, answersOf } from './answers.sql.ts'
import { knownOf } from './ask-at-door.ts'
import {
  answerRows,
  asksForTableQuestions,
  giveAnswers,
  proposeTableQuestion,
  TableQuestion,
} from './give-answers.ts'
import { addProposals, proposalOf } from './proposals.sql.ts'
import { type Answers, questionsFor, stillOpen } from './questions.rules.ts'
import { questionsOf } from './questions.sql.ts'
import { answersFilled, readAnswers } from './read-answers.ts'
import type { QuestionRow } from './tables.ts'

/** What somebody is asked who signs up, beside what everybody is asked everywhere. */
export interface Asking {
  questions: readonly QuestionRow[]
  tableQuestion: boolean
  /** What was answered for this person elsewhere: by whoever brought them. */
  known: Answers
}

/** What somebody answered to it. */
export interface Said {
  asking: Asking
  answers: Answers
  tableQuestion: string | null
}

/** What an event asks at sign-up: of somebody new, or of somebody who changes what they said. */
export async function askingAt(
  db: Reads,
  event: Pick<ProgrammeEvent, 'id' | 'series_key'>,
  signUp?: Pick<SignUpRow, 'id' | 'brought_by'>,
): Promise<Asking> {
  const [all, tableQuestion] = await Promise.all([
    questionsOf(db, event.id),
    asksForTableQuestions(db, event),
  ])
  const isBrought = (signUp?.brought_by ?? null) !== null
  const known: Answers = signUp && all.length > 0 ? await knownOf(db, signUp) : new Map()
  const questions = stillOpen(questionsFor(all, { at: 'sign-up', isBrought }), known)
  return { questions, tableQuestion, known }
}

/** Reads out of a sent form what was answered, or what is wrong with it. */
export function readSaid(asking: Asking, fields: Filled): { said: Said; mistakes: Mistakes | null } {
  const { answers, mistakes } = readAnswers(asking.questions, fields, asking.known)
  const read = asking.tableQuestion ? checkForm(fields, TableQuestion) : null
  const tableQuestion = read?.ok ? read.value.table_question : null
  const all = { ...mistakes, ...(read?.ok === false ? read.mistakes : {}) }
  return {
    said: { asking, answers, tableQuestion },
    mistakes: Object.keys(all).length > 0 ? all : null,
  }
}

interface Whose {
  event: Pick<ProgrammeEvent, 'id' | 'ends_at'>
  signUpId: string
  now: Instant
}

/** Keeps what somebody said, in place of what they said before. Part of the transaction that holds the event. */
export async function keepSaid(tx: Writes, { event, signUpId, now }: Whose, said: Said): Promise<void> {
  const { tableQuestion } = said.asking
  const still = await stillAsked(tx, event.id, [said])
  if (still.length > 0) await giveAnswers(tx, { event, signUpId }, still, said.answers)
  if (tableQuestion) await proposeTableQuestion(tx, { eventId: event.id, signUpId, now }, said.tableQuestion)
}

/** Between a form and now, a question may have been taken back. */
async function stillAsked(tx: Reads, eventId: string, all: readonly Said[]): Promise<QuestionRow[]> {
  if (all.every(({ asking }) => asking.questions.length === 0)) return []
  return questionsFor(await questionsOf(tx, eventId), { at: 'sign-up', isBrought: false })
}

interface SaidByOne {
  signUpId: string
  said: Said
  now: Instant
}

/** The same of many who have said nothing before. */
export async function keepAllSaid(
  tx: Writes,
  event: Whose['event'],
  all: readonly SaidByOne[],
): Promise<void> {
  const still = await stillAsked(
    tx,
    event.id,
    all.map(({ said }) => said),
  )
  await addAnswers(
    tx,
    all.flatMap(({ signUpId, said }) => answerRows({ event, signUpId }, still, said.answers)),
  )
  await addProposals(
    tx,
    all.flatMap(({ signUpId, said: { tableQuestion: words }, now }) =>
      words ? [{ id: newId(), event_id: event.id, sign_up_id: signUpId, words, created_at: now }] : [],
    ),
  )
}

/** The fields as they stand for somebody who has said something before. */
export async function saidFilled(db: Reads, asking: Asking, signUpId: string): Promise<Filled> {
  const answers = asking.questions.length > 0 ? await answersOf(db, signUpId) : new Map<string, string>()
  const proposal = asking.tableQuestion ? await proposalOf(db, signUpId) : undefined
  return { ...answersFilled(asking.questions, answers), table_question: proposal?.words ?? '' }
}
