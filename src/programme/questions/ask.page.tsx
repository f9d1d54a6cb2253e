import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { QuestionFields } from './question-fields.page.tsx'
import type { QuestionRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** Whom is asked. */
  name: string
  questions: readonly QuestionRow[]
  /** The way back to the door. */
  trail: readonly { href: string; label: string }[]
}

/** What is asked at the door, of one person who stands there. */
export function AskPage({ visit, event, name, questions, trail, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('questions.ask.title', { name })}
      trail={[...trail]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {questions.length === 0 ? (
        <Empty>{t('questions.ask.none')}</Empty>
      ) : (
        <Form>
          <QuestionFields t={t} answered={answered} event={event} questions={questions} />
          <SubmitButton>{t('questions.ask.save')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

interface ListProps {
  visit: Visit
  event: ProgrammeEvent
  /** What is asked at the door; nothing when nothing is. */
  questions: readonly QuestionRow[]
  people: readonly { id: string; name: string }[]
}

/** Who has come and is still to be asked. Nobody is listed before they stand there. */
export function AskListPage({ visit, event, questions, people }: ListProps) {
  const { t } = visit
  const door = { href: visit.to(`/office/events/${event.id}/door`), label: t('questions.ask.door') }
  return (
    <Page visit={visit} title={t('questions.ask.list-title')} trail={[...eventTrail(visit, event), door]}>
      {questions.length === 0 && <Empty>{t('questions.ask.none')}</Empty>}
      {questions.length > 0 && people.length === 0 && <Notice>{t('questions.ask.nobody')}</Notice>}
      <ul class="lined-list">
        {people.map(({ id, name }) => (
          <li>
            <a href={visit.to(`/office/events/${event.id}/ask/${id}`)}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
