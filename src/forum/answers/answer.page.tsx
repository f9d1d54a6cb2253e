import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import {
  Check,
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { BehindIt } from '../harvest/behind-it.page.tsx'
import type { FullGroup } from '../harvest/load-harvest.ts'
import { answerKinds } from '../recommendation.rules.ts'
import type { Recommendation } from '../recommendations.sql.ts'
import { receiverOf, StandingTag, standingInWords } from '../standing.page.tsx'
import type { AnswerLink, FullAnswer } from './answers.sql.ts'
import { GivenAnswer } from './given-answer.page.tsx'
import type { LinkAnswerForm } from './answer-by-link.ts'
import { ConfirmAnswer } from './confirm-answer.page.tsx'

export interface AskedProps extends Answered {
  visit: Visit
  asked: Recommendation
  link: AnswerLink
  /** What was answered, once it was. */
  answer: FullAnswer | undefined
  /** What the tables wrote, and the address of the report, once everybody may read it. */
  behind: readonly FullGroup[]
  report: string | null
  /** What is to be answered, for a last look before it stands. */
  toConfirm?: LinkAnswerForm
}

/** Behind the receiver's link: what is recommended and where it comes from, and the answer. */
export function AnswerPage(props: AskedProps) {
  const { visit, asked, answer, toConfirm } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const receiver = receiverOf(asked, language)
  return (
    <Page
      visit={visit}
      title={t(toConfirm ? 'answers.confirm.title' : 'answers.title', { receiver })}
      lead={t(answer ? 'answers.lead-answered' : toConfirm ? 'answers.confirm.lead' : 'answers.lead')}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {toConfirm ? (
        <ConfirmAnswer visit={visit} form={toConfirm} />
      ) : (
        <>
          <Asked {...props} />
          {answer ? (
            <Given {...props} />
          ) : props.link.ended_because === 'replaced' ? (
            <Notice kind="stopped">{t('answers.replaced')}</Notice>
          ) : (
            <AnswerFields {...props} />
          )}
        </>
      )}
    </Page>
  )
}

function Asked({ visit, asked, behind, report }: AskedProps) {
  const { t, to, language } = visit
  const { number, answer_due_on } = asked
  return (
    <section class="card tinted stack" aria-labelledby="asked">
      <h2 id="asked">{t('forum.recommendation.number', { number })}</h2>
      <LongText of={asked.text} t={t} />
      <Facts
        rows={[
          [t('answers.from'), inLanguage(asked.event_title, language)],
          [t('forum.fact.due'), answer_due_on && dateInWords(language, answer_due_on)],
          [t('answers.report'), report && <a href={to(report)}>{t('report.read')}</a>],
        ]}
      />
      <BehindIt visit={visit} groups={behind} level={3} />
    </section>
  )
}

const Given = ({ visit, asked, answer }: AskedProps) =>
  answer ? (
    <section class="stack" aria-labelledby="given">
      <h2 id="given">{visit.t('forum.answer.title')}</h2>
      <p class="row">
        <StandingTag visit={visit} of={asked} />
        <strong>{standingInWords({ visit, of: asked })}</strong>
      </p>
      <GivenAnswer visit={visit} answer={answer} />
      <LinkButton href={visit.to(`/recommendations/${asked.number}`)}>{visit.t('answers.see')}</LinkButton>
    </section>
  ) : null

function AnswerFields(props: AskedProps) {
  const { visit } = props
  const { t } = visit
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  return (
    <section class="stack" aria-labelledby="answer">
      <h2 id="answer">{t('answers.form.title')}</h2>
      <Form>
        <Choice
          {...field('kind')}
          label={t('answers.form.kind')}
          options={answerKinds.map((kind) => ({ value: kind, label: t(`answers.form.kind.${kind}`) }))}
        />
        <LongTextField
          {...field('words')}
          label={t('answers.form.words')}
          hint={t('answers.form.words-hint')}
          rows={6}
        />
        <LongTextField
          {...field('nextStep')}
          label={t('answers.form.next-step')}
          hint={t('answers.form.next-step-hint')}
          rows={4}
        />
        <TextField
          {...field('nextBy')}
          type="date"
          label={t('answers.form.next-by')}
          hint={t('answers.form.next-by-hint')}
          required={false}
        />
        <Writer {...props} />
        <Check
          t={t}
          name="isShown"
          label={t('answers.form.is-shown')}
          checked={filledAt(props, 'isShown') === 'yes'}
        />
        <p>{t('answers.form.says')}</p>
        <SubmitButton name="do" value="look">
          {t('answers.form.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

/** In which language it is written, and who writes. */
function Writer(props: AskedProps) {
  const { visit } = props
  const { t } = visit
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  return (
    <>
      <Select
        {...field('language')}
        value={filledAt(props, 'language') ?? visit.language}
        label={t('answers.form.language')}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
      />
      <TextField {...field('as')} label={t('answers.form.as')} hint={t('answers.form.as-hint')} />
      <TextField
        {...field('name')}
        label={t('answers.form.name')}
        hint={t('answers.form.name-hint')}
        autocomplete="name"
      />
    </>
  )
}
