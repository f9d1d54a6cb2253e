import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import type { answersAt } from './answers.sql.ts'
import { choicesOf, inWords } from './question-fields.page.tsx'
import type { QuestionRow } from './tables.ts'

export type AnswerLine = Awaited<ReturnType<typeof answersAt>>[number]

interface Props {
  visit: Visit
  event: ProgrammeEvent
  questions: readonly QuestionRow[]
  lines: readonly AnswerLine[]
  /** What people would like to talk about; null when nobody is asked. */
  proposals: readonly { id: string; words: string }[] | null
}

/** What was answered, counted and without names; and what people would like to talk about. */
export function AnswersPage({ visit, event, questions, lines, proposals }: Props) {
  const { t, language } = visit
  return (
    <Page
      visit={visit}
      title={t('questions.answers.title', { title: inLanguage(event.title, language) })}
      trail={eventTrail(visit, event)}
    >
      {proposals && <Proposals t={t} proposals={proposals} />}
      {questions.length === 0 && <Empty>{t('questions.answers.no-questions')}</Empty>}
      {questions.map((question) => (
        <section class="stack-tight">
          <h2>
            <Text of={question.label} t={t} />
          </h2>
          <Summary t={t} question={question} values={valuesOf(lines, question)} />
        </section>
      ))}
      {lines.length > 0 && (
        <Actions>
          <LinkButton variant="secondary" href={visit.to(`/office/events/${event.id}/answers/names`)}>
            {t('questions.answers.with-names')}
          </LinkButton>
        </Actions>
      )}
    </Page>
  )
}

const valuesOf = (lines: readonly AnswerLine[], { id }: QuestionRow): string[] =>
  lines.filter((line) => line.question_id === id).map(({ value }) => value)

function Proposals({ t, proposals }: { t: Words; proposals: readonly { id: string; words: string }[] }) {
  return (
    <section class="stack-tight">
      <h2>{t('questions.table-question')}</h2>
      <p>{t('questions.answers.proposals', { count: proposals.length })}</p>
      <ul>
        {proposals.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </section>
  )
}

function Summary({ t, question, values }: { t: Words; question: QuestionRow; values: readonly string[] }) {
  if (values.length === 0) return <p>{t('questions.answers.none')}</p>
  if (question.kind === 'text')
    return (
      <ul>
        {values.map((value) => (
          <li>{value}</li>
        ))}
      </ul>
    )
  if (question.kind === 'number') {
    const sum = values.reduce((total, value) => total + Number(value), 0)
    return <p>{t('questions.answers.sum', { sum, count: values.length })}</p>
  }
  const count = (choice: string): number => values.filter((value) => value.split(',').includes(choice)).length
  return (
    <DataTable
      caption={inLanguage(question.label, t.language)}
      captionUnseen
      head={[t('questions.answers.answer'), t('questions.answers.how-many')]}
      rows={choicesOf(t, question).map(({ value, label }) => [label, String(count(value))])}
    />
  )
}

/** The second, deliberate view: who answered what. */
export function AnswersByNamePage({ visit, event, questions, lines }: Omit<Props, 'proposals'>) {
  const { t, language } = visit
  const people = [...new Map(lines.map(({ id, name }) => [id, name]))]
  const answerOf = (id: string, question: QuestionRow): string => {
    const line = lines.find((one) => one.id === id && one.question_id === question.id)
    return line ? inWords(t, question, line.value) : ''
  }
  const counted = {
    href: visit.to(`/office/events/${event.id}/answers`),
    label: t('questions.answers.short'),
  }
  return (
    <Page
      visit={visit}
      wide
      title={t('questions.answers.names-title', { title: inLanguage(event.title, language) })}
      trail={[...eventTrail(visit, event), counted]}
    >
      <Notice kind="late">{t('questions.answers.careful')}</Notice>
      {people.length === 0 ? (
        <Empty>{t('questions.answers.none')}</Empty>
      ) : (
        <DataTable
          caption={t('questions.answers.people', { count: people.length })}
          head={[t('questions.answers.name'), ...questions.map(({ label }) => inLanguage(label, t.language))]}
          rows={people.map(([id, name]) => [name, ...questions.map((question) => answerOf(id, question))])}
        />
      )}
    </Page>
  )
}
