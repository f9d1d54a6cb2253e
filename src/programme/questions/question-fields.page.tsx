import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  Choice,
  filledAt,
  LongTextField,
  mistakeAt,
  Select,
  TextField,
  ticked,
} from '#platform/ui/form.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import { keptUntil } from './kept-until.ts'
import { possibleAnswers } from './questions.rules.ts'
import { answerField } from './read-answers.ts'
import type { QuestionRow } from './tables.ts'

interface Props {
  t: Words
  answered: Answered
  event: { ends_at: string }
  questions: readonly QuestionRow[]
}

/** What the organisers ask, each with the day until which the answer is kept. Made of fields alone, for any form. */
export function QuestionFields({ t, answered, event, questions }: Props) {
  return (
    <>
      {questions.map((question) => {
        const until = dateInWords(t.language, keptUntil(event, question.keep_days))
        const field = <QuestionField t={t} answered={answered} question={question} until={until} />
        const above = questions.find(({ id }) => id === question.condition_question)
        return above ? (
          <Under t={t} question={question} above={above}>
            {field}
          </Under>
        ) : (
          field
        )
      })}
    </>
  )
}

/** Without script nothing is hidden: the frame says whom the question is for, and the server asks nobody else. */
function Under({
  t,
  question,
  above,
  children,
}: {
  t: Words
  question: QuestionRow
  above: QuestionRow
  children?: Child
}) {
  const answer = inWords(t, above, question.condition_answer ?? '')
  return (
    <fieldset class="ds-fieldset">
      <legend class="small">
        {t('questions.if-answered', { answer, question: inLanguage(above.label, t.language) })}
      </legend>
      {children}
    </fieldset>
  )
}

interface FieldProps extends Pick<Props, 't' | 'answered'> {
  question: QuestionRow
  /** The date, in words, on which the answer is wiped. */
  until: string
}

function QuestionField({ t, answered, question, until }: FieldProps) {
  const name = answerField(question)
  const asIs = {
    ...{ t, name, required: question.required === 1, mistake: mistakeAt(t, answered, name) },
    label: <Text of={question.label} t={t} />,
    hint: (
      <>
        <Text of={question.hint} t={t} /> {t('questions.kept-until', { date: until })}
      </>
    ),
  }
  const value = filledAt(answered, name)
  const options = choicesOf(t, question)
  switch (question.kind) {
    case 'text':
      return <LongTextField {...asIs} value={value} rows={2} />
    case 'number':
      return <TextField {...asIs} value={value} inputmode="numeric" size={7} />
    case 'choices':
      return <Checks {...asIs} options={options} values={ticked(answered, name)} />
    case 'choice':
    case 'yes-no':
      // A choice that need not be made must be possible to take back, and round buttons cannot be.
      return question.required === 1 ? (
        <Choice {...asIs} options={options} value={value} />
      ) : (
        <Select {...asIs} options={options} value={value} none={t('questions.no-answer')} />
      )
  }
}

/** What a question can be answered with, in the reader's language. */
export const choicesOf = (t: Words, question: QuestionRow) =>
  possibleAnswers(question, t.language, { yes: t('questions.yes'), no: t('questions.no') })

/** An answer as it is kept, in the words that were chosen. */
export function inWords(t: Words, question: QuestionRow, value: string): string {
  if (question.kind === 'text' || question.kind === 'number') return value
  const chosen = value.split(',')
  return choicesOf(t, question)
    .filter((one) => chosen.includes(one.value))
    .map(({ label }) => label)
    .join(', ')
}

interface TableQuestionProps extends Pick<Props, 't' | 'answered'> {
  /** The date, in words, on which it is forgotten who wrote it. */
  until: string
}

/** What somebody would like to talk about at the tables. */
export function TableQuestionField({ t, answered, until }: TableQuestionProps) {
  const name = 'table_question'
  return (
    <LongTextField
      {...{ t, name, required: false, rows: 2, mistake: mistakeAt(t, answered, name) }}
      label={t('questions.table-question')}
      hint={t('questions.table-question-hint', { date: until })}
      value={filledAt(answered, name)}
    />
  )
}
