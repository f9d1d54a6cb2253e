import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { inWords } from './question-fields.page.tsx'
import type { AskRefusal } from './questions.rules.ts'
import type { QuestionRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  questions: readonly QuestionRow[]
  /** How many have answered, by the id of the question. */
  answers: ReadonlyMap<string, number>
  /** Whether people may propose what to talk about. */
  tableQuestion: boolean
  /** Why nothing more can be asked, or null. */
  closed: AskRefusal | null
}

/** What those who sign up for an event are asked, and the order of it. */
export function QuestionsPage(props: Props) {
  const { visit, event, questions, closed, ...answered } = props
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const [asked, retired] = [
    questions.filter((one) => !one.retired_at),
    questions.filter((one) => one.retired_at),
  ]
  const at = (path: string): string => visit.to(`/office/events/${event.id}${path}`)
  return (
    <Page
      visit={visit}
      title={t('questions.office.title', { title: inLanguage(event.title, language) })}
      lead={t('questions.office.lead')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {closed && <Notice kind="stopped">{t(`questions.refusal.${closed}`)}</Notice>}
      <Actions>
        {!closed && <LinkButton href={at('/questions/new')}>{t('questions.office.add')}</LinkButton>}
        <LinkButton variant="secondary" href={at('/answers')}>
          {t('questions.office.see-answers')}
        </LinkButton>
      </Actions>
      {asked.length === 0 && <Empty>{t('questions.office.none')}</Empty>}
      <ol class="lined-list">
        {asked.map((question, index) => (
          <li>
            <QuestionLine
              {...props}
              question={question}
              isFirst={index === 0}
              isLast={index === asked.length - 1}
            />
          </li>
        ))}
      </ol>
      {retired.length > 0 && <Retired {...props} questions={retired} />}
      <TableQuestionSwitch {...props} />
    </Page>
  )
}

type LineProps = Props & { question: QuestionRow; isFirst: boolean; isLast: boolean }

function QuestionLine({ visit, event, questions, answers, question, isFirst, isLast }: LineProps) {
  const { t } = visit
  const above = questions.find(({ id }) => id === question.condition_question)
  const count = answers.get(question.id) ?? 0
  const label = inLanguage(question.label, t.language)
  const button = (what: string, words: string) => (
    <SubmitButton variant="tertiary" name="do" value={what}>
      {words} <span class="unseen">{label}</span>
    </SubmitButton>
  )
  return (
    <div class="stack-tight">
      <h2 class="card-title">
        <a href={visit.to(`/office/events/${event.id}/questions/${question.id}`)}>
          <Text of={question.label} t={t} />
        </a>
      </h2>
      <p class="row">
        <Tag>{t(`questions.kind.${question.kind}`)}</Tag>
        {question.required === 1 && <Tag>{t('questions.office.required')}</Tag>}
        <Tag>{t(`questions.asked-at.${question.asked_at}`)}</Tag>
        {question.asked_of === 'group' && <Tag>{t('questions.asked-of.group')}</Tag>}
      </p>
      {above && (
        <p class="small">
          {t('questions.if-answered', {
            answer: inWords(t, above, question.condition_answer ?? ''),
            question: inLanguage(above.label, t.language),
          })}
        </p>
      )}
      <p class="small quiet">
        {t('questions.office.answers', { count })} {t('questions.office.kept', { days: question.keep_days })}
      </p>
      <Form>
        <input type="hidden" name="question" value={question.id} />
        <div class="actions">
          {!isFirst && button('up', t('questions.office.up'))}
          {!isLast && button('down', t('questions.office.down'))}
          {button('remove', t(count > 0 ? 'questions.office.retire' : 'questions.office.remove'))}
        </div>
      </Form>
    </div>
  )
}

/** Questions that are asked no more, while answers to them are kept. */
function Retired({ visit, questions, answers }: Props) {
  const { t } = visit
  return (
    <>
      <h2>{t('questions.office.retired')}</h2>
      <ul>
        {questions.map(({ id, label }) => (
          <li>
            <Text of={label} t={t} /> ({t('questions.office.answers', { count: answers.get(id) ?? 0 })})
          </li>
        ))}
      </ul>
    </>
  )
}

function TableQuestionSwitch({ visit, tableQuestion }: Props) {
  const { t } = visit
  return (
    <section aria-labelledby="table-question" class="stack-tight">
      <h2 id="table-question">{t('questions.table-question')}</h2>
      <p>{t(`questions.office.table-question-${tableQuestion ? 'on' : 'off'}`)}</p>
      <Form>
        <input type="hidden" name="do" value="table-question" />
        <SubmitButton variant="secondary" name="asked" value={tableQuestion ? 'no' : 'yes'}>
          {t(`questions.office.table-question-turn-${tableQuestion ? 'off' : 'on'}`)}
        </SubmitButton>
      </Form>
    </section>
  )
}
