import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { languages, type Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { oneLineEach } from '../event-form.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { keepChoices, usualKeepDays } from './keep.rules.ts'
import {
  type AskRefusal,
  type ChangeRefusal,
  mayDependOn,
  optionsMax,
  possibleAnswers,
  refusalToAsk,
  refusalToChange,
} from './questions.rules.ts'
import { addQuestionRow, answerCounts, changeQuestionRow, questionsOf } from './questions.sql.ts'
import type { QuestionRow } from './tables.ts'

const labelMax = 200
const hintMax = 300
const optionsTextMax = 2000

export const questionKinds = ['text', 'choice', 'choices', 'yes-no', 'number'] as const

const wrong = (key: string) => `questions.mistake.${key}`

/** One option a line, as many in each language, without empty lines. */
const optionLines = (given: Texts): Texts =>
  Object.fromEntries(
    Object.entries(given).map(([language, text]) => [
      language,
      text
        .split('\n')
        .flatMap((line) => line.trim() || [])
        .join('\n'),
    ]),
  )

const fields = z.object({
  /** Made when the form is shown, so that a form that is sent twice asks once. */
  id: z.uuid(),
  label: texts(labelMax, wrong('label')).transform(oneLineEach),
  hint: optionalTexts(hintMax).transform(oneLineEach),
  kind: z.enum(questionKinds, wrong('kind')),
  options: optionalTexts(optionsTextMax).transform(optionLines),
  required: z
    .literal('yes')
    .optional()
    .transform((value) => (value === 'yes' ? 1 : 0)),
  asked_of: z.enum(['group', 'person']),
  asked_at: z.enum(['sign-up', 'door']),
  /** 'question:answer', or nothing. */
  condition: z.string().max(60).default(''),
  /** Days, or nothing for what is usual for the kind. */
  keep: z.enum(['', ...keepChoices.map(String)]).default(''),
})

/** A question as its form says it. */
export const QuestionForm = fields.transform((form, context) => {
  const { condition, keep, ...rest } = form
  const mistake = mistakeInOptions(form)
  if (mistake) {
    context.addIssue({ code: 'custom', path: ['options.sv'], message: wrong(mistake) })
    return z.NEVER
  }
  const [condition_question = null, condition_answer = null] = condition === '' ? [] : condition.split(':')
  const hasOptions = form.kind === 'choice' || form.kind === 'choices'
  return {
    ...rest,
    options: hasOptions ? form.options : {},
    keep_days: keep === '' ? usualKeepDays[form.kind] : Number(keep),
    ...{ condition_question, condition_answer },
  }
})
export type QuestionForm = z.output<typeof QuestionForm>

function mistakeInOptions({ kind, options }: z.output<typeof fields>): string | null {
  if (kind !== 'choice' && kind !== 'choices') return null
  const counts = languages.flatMap((language) => options[language]?.split('\n').length ?? [])
  if (counts.length === 0 || counts.some((count) => count < 2)) return 'options'
  if (counts.some((count) => count > optionsMax)) return 'options-many'
  return new Set(counts).size > 1 ? 'options-uneven' : null
}

type Refusal = AskRefusal | ChangeRefusal | 'not-earlier'

interface Desk {
  by: Member
  now: Instant
}

/** Adds a question to what is asked of those who sign up, or changes one. Null means it is done. */
export function saveQuestion(db: Db, eventId: string, form: QuestionForm, { by, now }: Desk) {
  return decide(db, 'event', eventId, async (tx): Promise<Refusal | null> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const questions = await questionsOf(tx, eventId)
    const known = questions.find(({ id }) => id === form.id)
    const position = known?.position ?? Math.max(0, ...questions.map((one) => one.position)) + 1
    if (!isPossible(questions, form, position)) return 'not-earlier'

    const { id, ...values } = form
    const row = {
      ...values,
      label: json(form.label),
      hint: json(form.hint),
      options: json(form.options),
    }
    const detail = { question: id }
    if (known) {
      const isDependedOn = questions.some((one) => one.condition_question === id && !one.retired_at)
      const answers = (await answerCounts(tx, eventId)).get(id) ?? 0
      const refusal = refusalToChange(known, form, { answers, isDependedOn })
      if (refusal) return refusal
      await changeQuestionRow(tx, id, row)
      await record(tx, { what: 'question-changed', by: by.id, about: eventId, at: now, detail })
      return null
    }
    const refusal = refusalToAsk(event, questions.filter((one) => !one.retired_at).length, now)
    if (refusal) return refusal
    await addQuestionRow(tx, { ...row, id, event_id: eventId, position, created_at: now, retired_at: null })
    await record(tx, { what: 'question-added', by: by.id, about: eventId, at: now, detail })
    return null
  })
}

/** Whether the condition, if there is one, names an answer that an earlier question can have. */
function isPossible(questions: readonly QuestionRow[], form: QuestionForm, position: number): boolean {
  if (form.condition_question === null) return true
  const earlier = mayDependOn(questions, { position, asked_at: form.asked_at })
  const asked = earlier.find(({ id }) => id === form.condition_question)
  const possible = asked ? possibleAnswers(asked, 'sv', { yes: '', no: '' }) : []
  return possible.some(({ value }) => value === form.condition_answer)
}
