import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { answerKinds } from './recommendation.rules.ts'
import type { Recommendation } from './recommendations.sql.ts'
import { receiverOf } from './standing.page.tsx'
import type { EventFacts } from './write-note.page.tsx'
import { trailTo } from './write-recommendation.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: Pick<EventFacts, 'id' | 'title'>
  recommendation: Recommendation
}

export function RecordAnswerPage(props: Props) {
  const { visit, event, recommendation } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const today = localDate(visit.now)
  return (
    <Page
      visit={visit}
      title={t('forum.answer.record', { number: recommendation.number })}
      lead={t('forum.answer.lead', { receiver: receiverOf(recommendation, language) })}
      wrong={problems.length > 0}
      trail={trailTo(visit, event)}
    >
      <Problems visit={visit} list={problems} />
      <LongText of={recommendation.text} t={t} />
      <Form>
        <Choice
          t={t}
          name="kind"
          label={t('forum.answer.kind')}
          options={answerKinds.map((kind) => ({ value: kind, label: t(`forum.answer.kind.${kind}`) }))}
          value={filledAt(props, 'kind')}
          mistake={mistakeAt(t, props, 'kind')}
        />
        <TextsField
          t={t}
          name="words"
          label={t('forum.answer.words')}
          hint={t('forum.answer.words-hint')}
          value={textsAt(props, 'words')}
          mistakes={mistakesInWords(t, props)}
          rows={6}
        />
        <TextField
          t={t}
          name="answeredOn"
          type="date"
          label={t('forum.answer.on')}
          max={today}
          value={filledAt(props, 'answeredOn') ?? today}
          mistake={mistakeAt(t, props, 'answeredOn')}
        />
        <p>{t('forum.answer.says')}</p>
        <SubmitButton>{t('forum.answer.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
