import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { EventFacts } from '../write-note.page.tsx'
import { CorrectionText } from './corrections.page.tsx'
import type { Correction } from './minutes.sql.ts'
import { notesTrail } from './notes-trail.ts'

interface Props extends Answered {
  visit: Visit
  event: EventFacts
  correction: Correction
}

export function AnswerCorrectionPage({ visit, event, correction, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const answers = ['taken-in', 'not-taken-in'] as const
  return (
    <Page
      visit={visit}
      title={t('minutes.answer.title', { name: correction.name ?? t('minutes.somebody') })}
      trail={notesTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <CorrectionText visit={visit} correction={correction} />
      <p>{t('minutes.answer.says')}</p>
      <Form>
        <Choice
          t={t}
          name="answer"
          label={t('minutes.answer.label')}
          value={filledAt(answered, 'answer')}
          mistake={mistakeAt(t, answered, 'answer')}
          options={answers.map((one) => ({ value: one, label: t(`minutes.answer.${one}`) }))}
        />
        <LongTextField
          t={t}
          name="because"
          label={t('minutes.answer.because')}
          hint={t('minutes.answer.because-hint')}
          value={filledAt(answered, 'because')}
          mistake={mistakeAt(t, answered, 'because')}
          rows={3}
          required={false}
        />
        <SubmitButton>{t('minutes.answer.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
