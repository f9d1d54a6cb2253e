import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { chosenText } from '#platform/language.ts'
import { Checks, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Candidate } from './candidates.ts'
import type { TableQuestion } from './load-questions.ts'
import { SourcesInWords } from './source.page.tsx'
import { type Asking, questionsMax, refusalToChange } from './table-questions.rules.ts'

export interface Props extends Answered {
  visit: Visit
  event: Asking & { id: string; title: Texts }
  questions: readonly TableQuestion[]
  candidates: readonly Candidate[]
}

/** What the tables are to talk about, and what more could be asked. */
export function QuestionsPage(props: Props) {
  const { visit, event, questions } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const refusal = refusalToChange(event, visit.now)
  return (
    <Page
      visit={visit}
      title={t('table-questions.title')}
      lead={t('table-questions.lead')}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/office/events/${event.id}`), label: inLanguage(event.title, language) }]}
    >
      <Problems visit={visit} list={problems} />
      {refusal && problems.length === 0 && <Notice>{t(`table-questions.refusal.${refusal}`)}</Notice>}
      {questions.length === 0 ? (
        <Empty>{t('table-questions.none')}</Empty>
      ) : (
        <ol class="table-questions">
          {questions.map((question, index) => (
            <One {...props} question={question} index={index} isFixed={refusal !== null} />
          ))}
        </ol>
      )}
      {refusal === null && <More {...props} />}
    </Page>
  )
}

interface OneProps extends Props {
  question: TableQuestion
  index: number
  isFixed: boolean
}

function One({ visit, event, questions, question, index, isFixed }: OneProps) {
  const { t, language } = visit
  const below = visit.to(`/office/events/${event.id}/table-questions`)
  const name = inLanguage(question.words, language)
  return (
    <li class="card">
      <p class="asked">
        <Text of={question.words} t={t} />
      </p>
      <SourcesInWords visit={visit} sources={question.sources} />
      {!isFixed && (
        <form class="actions" method="post" action={below}>
          <input type="hidden" name="question" value={question.id} />
          <a class="ds-button" data-variant="secondary" href={`${below}/${question.id}`}>
            {t('table-questions.change')} <span class="unseen">{name}</span>
          </a>
          {(['up', 'down'] as const).map(
            (way) =>
              (way === 'up' ? index > 0 : index < questions.length - 1) && (
                <button class="ds-button" data-variant="tertiary" name="way" value={way}>
                  {t(`table-questions.move-${way}`)} <span class="unseen">{name}</span>
                </button>
              ),
          )}
        </form>
      )}
    </li>
  )
}

const kinds = ['bridging', 'dividing', 'proposed'] as const

function More({ visit, event, questions, candidates }: Props) {
  const { t } = visit
  const below = visit.to(`/office/events/${event.id}/table-questions/new`)
  if (questions.length >= questionsMax) return <Notice>{t('table-questions.refusal.too-many')}</Notice>
  return (
    <section class="stack">
      <h2>{t('table-questions.from.title')}</h2>
      {candidates.length === 0 ? (
        <p>{t('table-questions.from.none')}</p>
      ) : (
        <Form method="get" action={below}>
          {kinds.map((kind) => {
            const some = candidates.filter((one) => one.kind === kind)
            if (some.length === 0) return null
            return (
              <Checks
                t={t}
                name="from"
                label={t(`table-questions.kind.${kind}`)}
                hint={t(`table-questions.kind-hint.${kind}`)}
                options={some.map((one) => ({
                  value: one.key,
                  label: <CandidateWords visit={visit} one={one} />,
                }))}
              />
            )
          })}
          <SubmitButton>{t('table-questions.from.make')}</SubmitButton>
        </Form>
      )}
      <Actions>
        <LinkButton variant="secondary" href={below}>
          {t('table-questions.from.own')}
        </LinkButton>
      </Actions>
    </section>
  )
}

export function CandidateWords({ visit, one }: { visit: Visit; one: Candidate }) {
  if (one.kind === 'proposed') return <>{one.words}</>
  const { text, language, isFallback } = chosenText(one.texts, visit.language)
  return (
    <>
      <span lang={isFallback ? language : undefined}>{text}</span>{' '}
      <span class="quiet">({visit.t('opinions.statement.number', { number: one.number ?? 0 })})</span>
    </>
  )
}
