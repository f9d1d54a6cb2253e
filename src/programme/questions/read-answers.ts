import { type Filled, type Mistakes, optionalParagraphs } from '#platform/form.ts'
import { type Answers, isAsked, optionsIn } from './questions.rules.ts'
import type { QuestionRow } from './tables.ts'

/** The name of the field in which a question is answered. */
export const answerField = ({ id }: Pick<QuestionRow, 'id'>): string => `question-${id}`

/** The fields as they stand, from what was answered before. */
export const answersFilled = (questions: readonly QuestionRow[], answers: Answers): Filled =>
  Object.fromEntries(
    questions.map((question) => {
      const answer = answers.get(question.id)
      return [answerField(question), question.kind === 'choices' ? answer?.split(',') : answer]
    }),
  )

const wordsMax = 1000

interface Read {
  answers: Answers
  mistakes: Mistakes
}

/**
 * Reads the answers out of a sent form, in the order of the questions, which must all be for the one who sent it.
 * What is asked under a condition that does not hold is not read: whoever changes their mind above need not empty
 * what is below. `known` are answers given elsewhere that a condition may look at.
 */
export function readAnswers(
  questions: readonly QuestionRow[],
  fields: Filled,
  known: Answers = new Map(),
): Read {
  const answers = new Map<string, string>()
  const mistakes: Record<string, string> = {}
  for (const question of questions) {
    if (!isAsked(question, new Map([...known, ...answers]))) continue
    const field = answerField(question)
    const given = [fields[field] ?? []].flat()
    const answer = readers[question.kind](given, question)
    if ('mistake' in answer) mistakes[field] = answer.mistake
    else if (answer.value) answers.set(question.id, answer.value)
    else if (question.required === 1) mistakes[field] = 'questions.mistake.missing'
  }
  return { answers, mistakes }
}

type Reader = (
  given: readonly string[],
  question: QuestionRow,
) => { value: string | null } | { mistake: string }

const oneOf: Reader = (given, question) => {
  const [value = ''] = given
  if (value === '') return { value: null }
  return isOption(value, question) ? { value } : { mistake: 'platform.form.choose' }
}

const readers: Record<QuestionRow['kind'], Reader> = {
  text: ([given]) => {
    const read = optionalParagraphs(wordsMax).safeParse(given)
    return read.success ? { value: read.data } : { mistake: 'platform.form.too-long' }
  },
  number: ([given = '']) => {
    const text = given.replaceAll(/\s/g, '')
    if (text === '') return { value: null }
    return /^\d{1,7}$/.test(text) ? { value: String(Number(text)) } : { mistake: 'questions.mistake.number' }
  },
  'yes-no': ([given = '']) => {
    if (given === '') return { value: null }
    return given === 'yes' || given === 'no' ? { value: given } : { mistake: 'platform.form.choose' }
  },
  choice: oneOf,
  choices: (given, question) => {
    const chosen = [...new Set(given.filter((one) => one !== ''))]
    if (!chosen.every((one) => isOption(one, question))) return { mistake: 'platform.form.choose' }
    return { value: chosen.sort((a, b) => Number(a) - Number(b)).join(',') || null }
  },
}

const isOption = (value: string, { options }: QuestionRow): boolean =>
  /^[1-9]\d?$/.test(value) && Number(value) <= optionsIn(options, 'sv').length
