import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import type { Recommendation } from '../recommendations.sql.ts'
import { receiverOf } from '../standing.page.tsx'
import type { Step } from './steps.sql.ts'

interface Props extends Answered {
  visit: Visit
  asked: Recommendation
  step: Step
}

/** Where a receiver says what has become of what they promised. */
export function StepPage(props: Props) {
  const { visit, asked, step } = props
  const { t, to, language } = visit
  const { number } = asked
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('answers.step.title', { receiver: receiverOf(asked, language) })}
      lead={t(step.outcome ? 'answers.step.done' : 'answers.step.lead')}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <section class="card tinted stack" aria-labelledby="promised">
        <h2 id="promised">{t('forum.recommendation.number', { number })}</h2>
        <LongText of={asked.text} t={t} />
        <h3>{t('answers.step.promised')}</h3>
        <LongText of={step.next_step} t={t} />
        <Facts rows={[[t('answers.next-by'), step.next_by && dateInWords(language, step.next_by)]]} />
      </section>
      {step.outcome ? (
        <section class="stack" aria-labelledby="outcome">
          <h2 id="outcome">{t('answers.outcome')}</h2>
          <LongText of={step.outcome} t={t} />
          <LinkButton href={to(`/recommendations/${number}`)}>{t('answers.see')}</LinkButton>
        </section>
      ) : (
        <Form>
          <LongTextField
            t={t}
            name="words"
            label={t('answers.step.words')}
            hint={t('answers.step.words-hint')}
            value={filledAt(props, 'words')}
            mistake={mistakeAt(t, props, 'words')}
            rows={6}
          />
          <p>{t('answers.form.says')}</p>
          <SubmitButton>{t('answers.step.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
