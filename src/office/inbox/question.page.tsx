import type { ContactQuestion } from '#about/index.ts'
import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames } from '#platform/language.ts'
import { begunWith, type PreparedChoice } from '#platform/prepared-texts.ts'
import { localDate } from '#platform/time.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { ChoosePrepared } from '#platform/ui/prepared.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice, Tag } from '#platform/ui/parts.tsx'
import type { Assignable } from './deeds.page.tsx'
import { waited } from './inbox.rules.ts'
import { inboxTrail } from './trail.ts'

export interface QuestionProps extends Answered {
  visit: Visit
  question: ContactQuestion
  /** Who sees to it; when that was said, to be sent back with the form; and by whom. */
  assignment: { person_id: string | null; at: string; name: string | null; by: string | null } | undefined
  people: readonly Assignable[]
  /** Answers to begin from, and the one that was chosen. */
  prepared: PreparedChoice
  isPutAside: boolean
}

/** One question: what was asked, who sees to it, and the answer. */
export function QuestionPage(props: QuestionProps) {
  const { visit, question, isPutAside } = props
  const { t, language, now } = visit
  const problems = problemsOf(t, props)
  const arrivedOn = localDate(question.confirmed_at ?? now)
  const { days, late } = waited({ arrivedOn, dueOn: question.answer_due_on }, localDate(now))
  return (
    <Page
      visit={visit}
      title={t('inbox.question.title', { number: question.number })}
      trail={visit.member?.party ? inboxTrail(visit) : []}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p class="prose" lang={question.language}>
        {question.words || t('inbox.wiped')}
      </p>
      <Facts
        rows={[
          [t('inbox.question.from'), [question.name, question.email].filter(Boolean).join(', ')],
          [t('inbox.question.language'), languageNames[question.language]],
          [t('inbox.question.came'), dateInWords(language, arrivedOn)],
          [
            t('inbox.column.waited'),
            question.answered_at === null && (
              <>
                {t('inbox.days', { days })}{' '}
                {late > 0 && <Tag kind="late">{t('inbox.late', { days: late })}</Tag>}
              </>
            ),
          ],
        ]}
      />
      {isPutAside && <Notice kind="stopped">{t('inbox.question.put-aside')}</Notice>}
      <Given {...props} />
      <AnswerPart {...props} />
    </Page>
  )
}

/** Whose it is, and another to give it to. */
function Given({ visit, question, assignment, people }: QuestionProps) {
  const { t, language, member } = visit
  return (
    <section class="stack-tight" aria-labelledby="given">
      <h2 id="given">{t('inbox.assign.title')}</h2>
      <p>
        {assignment?.name
          ? t('inbox.question.given', {
              ...{ name: assignment.name, by: assignment.by ?? '' },
              time: dateAndTime(language, assignment.at),
            })
          : t('inbox.nobody')}
      </p>
      {question.answered_at === null && member?.party && (
        <Form>
          <input type="hidden" name="seen" value={assignment?.at ?? ''} />
          <Select
            t={t}
            name="to"
            label={t('inbox.assign.to')}
            none={t('inbox.nobody')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={assignment?.person_id}
          />
          <SubmitButton variant="secondary" name="do" value="assign">
            {t('inbox.assign.button')}
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}

/** The answer as it was sent; or the form, with words to begin from. */
function AnswerPart(props: QuestionProps) {
  const { visit, question, prepared, ...answered } = props
  const { t, language } = visit
  const words = filledAt(answered, 'words')
  const isAnswered = question.answered_at !== null
  return (
    <section class="stack" id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{t('inbox.question.answer')}</h2>
      {question.answered_at && (
        <>
          <p class="quiet">
            {t('inbox.question.answered', {
              name: question.answered_by ?? '',
              time: dateAndTime(language, question.answered_at),
            })}
          </p>
          <p class="prose" lang={question.language}>
            {question.answer || t('inbox.wiped')}
          </p>
        </>
      )}
      {!isAnswered && (
        <ChoosePrepared
          visit={visit}
          prepared={prepared}
          path={`/office/inbox/questions/${question.number}#answer`}
        />
      )}
      {(!isAnswered || words) && (
        <Form>
          <LongTextField
            t={t}
            name="words"
            rows={8}
            lang={question.language}
            label={t(isAnswered ? 'inbox.question.own-words' : 'inbox.question.words')}
            hint={isAnswered ? undefined : t(`inbox.question.words-hint.${question.language}`)}
            value={words ?? begunWith(prepared, question.language)}
            mistake={mistakeAt(t, answered, 'words')}
          />
          {!isAnswered && (
            <SubmitButton name="do" value="answer">
              {t('inbox.question.send')}
            </SubmitButton>
          )}
        </Form>
      )}
    </section>
  )
}
