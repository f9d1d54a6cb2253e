import { chosenText, type Language, languages, type Texts } from '#platform/language.ts'
import type { QuestionRow } from './tables.ts'

/** Answers by the id of the question. */
export type Answers = ReadonlyMap<string, string>

const questionsMax = 20
export const optionsMax = 20

/** The options of a question in a language; an answer is the number of its line, counted from one. */
export const optionsIn = (options: Texts, language: Language): string[] => {
  const { text } = chosenText(options, language)
  return text === '' ? [] : text.split('\n')
}

/** What a question can be answered with where there is a choice: the answer as it is kept, and what it is called. */
export function possibleAnswers(
  question: Pick<QuestionRow, 'kind' | 'options'>,
  language: Language,
  yesNo: { yes: string; no: string },
): { value: string; label: string }[] {
  if (question.kind === 'yes-no')
    return [
      { value: 'yes', label: yesNo.yes },
      { value: 'no', label: yesNo.no },
    ]
  const lines = optionsIn(question.options, language)
  return lines.map((label, index) => ({ value: String(index + 1), label }))
}

/** Whether an answer, as it is kept, holds a choice. */
const holds = (answer: string | undefined, choice: string | null): boolean =>
  answer !== undefined && choice !== null && answer.split(',').includes(choice)

/** A question with a condition is asked only of those who gave that answer to an earlier one. */
export const isAsked = (
  question: Pick<QuestionRow, 'condition_question' | 'condition_answer'>,
  answers: Answers,
): boolean =>
  question.condition_question === null ||
  holds(answers.get(question.condition_question), question.condition_answer)

/** Questions for one person at one place: what is asked once of a group is asked of whoever signed it up. */
export const questionsFor = <Q extends Pick<QuestionRow, 'asked_at' | 'asked_of' | 'retired_at'>>(
  questions: readonly Q[],
  { at, isBrought }: { at: QuestionRow['asked_at']; isBrought: boolean },
): Q[] =>
  questions.filter(
    (one) => one.retired_at === null && one.asked_at === at && !(isBrought && one.asked_of === 'group'),
  )

/**
 * Of these, the ones that can still be asked: an answer that a condition looks at is given on the same form, or was
 * given elsewhere as the condition wants it.
 */
export const stillOpen = <Q extends Pick<QuestionRow, 'id' | 'condition_question' | 'condition_answer'>>(
  questions: readonly Q[],
  known: Answers,
): Q[] =>
  questions.filter((one) => questions.some(({ id }) => id === one.condition_question) || isAsked(one, known))

export type AskRefusal = 'event-over' | 'too-many'

/** Why nothing more can be asked, or null. */
export function refusalToAsk(
  event: { ends_at: string; cancelled_at: string | null },
  asked: number,
  now: string,
): AskRefusal | null {
  if (event.cancelled_at || event.ends_at <= now) return 'event-over'
  return asked >= questionsMax ? 'too-many' : null
}

type Meaning = Pick<
  QuestionRow,
  | 'kind'
  | 'label'
  | 'options'
  | 'asked_of'
  | 'asked_at'
  | 'keep_days'
  | 'condition_question'
  | 'condition_answer'
>

export type ChangeRefusal = 'answered' | 'others-depend'

/** Words may be added in a language that had none; those that somebody read stay as they were read. */
const saysTheSame = (before: Texts, after: Texts): boolean =>
  languages.every((language) => before[language] === undefined || before[language] === after[language])

interface Standing {
  /** How many have answered. */
  answers: number
  /** Whether another question waits for the answer to this one. */
  isDependedOn: boolean
}

const fixed = [
  'kind',
  'asked_of',
  'asked_at',
  'keep_days',
  'condition_question',
  'condition_answer',
] as const satisfies readonly (keyof Meaning)[]

/**
 * Why a question cannot be changed so, or null. Whoever has answered a question answered that one: its words, its
 * options and its keep-time stand. It can be retired, and another one asked.
 */
export function refusalToChange(
  before: Meaning,
  after: Meaning,
  { answers, isDependedOn }: Standing,
): ChangeRefusal | null {
  const sameWords = saysTheSame(before.label, after.label) && saysTheSame(before.options, after.options)
  if (answers > 0 && !(sameWords && fixed.every((key) => before[key] === after[key]))) return 'answered'
  const sameChoices =
    before.kind === after.kind &&
    before.asked_at === after.asked_at &&
    saysTheSame(before.options, after.options)
  return isDependedOn && !sameChoices ? 'others-depend' : null
}

type Placed = Pick<QuestionRow, 'id' | 'position' | 'kind' | 'asked_at' | 'retired_at' | 'condition_question'>

const hasChoices = ({ kind }: Placed): boolean => kind === 'yes-no' || kind === 'choice' || kind === 'choices'

/** Questions that one at this place may depend on: earlier, still asked, with something to choose. */
export const mayDependOn = <Q extends Placed>(
  questions: readonly Q[],
  one: Pick<Placed, 'position' | 'asked_at'>,
): Q[] =>
  questions.filter(
    (other) =>
      other.position < one.position &&
      other.retired_at === null &&
      hasChoices(other) &&
      // At the sign-up nobody knows yet what will be answered at the door.
      !(one.asked_at === 'sign-up' && other.asked_at === 'door'),
  )

/** Why a question cannot go or be turned into something else while others wait for its answer, or null. */
export const refusalToRemove = (questions: readonly Placed[], id: string): 'others-depend' | null =>
  questions.some((other) => other.condition_question === id && other.retired_at === null)
    ? 'others-depend'
    : null

export type MoveRefusal = 'no-further' | 'others-depend'

/** The question that changes places with this one, or why none does: a condition stays below what it asks about. */
export function neighbourOf<Q extends Placed>(
  questions: readonly Q[],
  id: string,
  way: 'up' | 'down',
): { other: Q } | { refusal: MoveRefusal } {
  const index = questions.findIndex((one) => one.id === id)
  const [one, other] = [questions[index], questions[index + (way === 'up' ? -1 : 1)]]
  if (!one || !other) return { refusal: 'no-further' }
  const [lower, upper] = way === 'up' ? [one, other] : [other, one]
  return lower.condition_question === upper.id ? { refusal: 'others-depend' } : { other }
}
