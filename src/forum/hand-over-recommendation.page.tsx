import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { AddressFields } from './answers/link.page.tsx'
import { refusalToBegin } from './recommendation.rules.ts'
import type { Recommendation } from './recommendations.sql.ts'
import { receiverOf } from './standing.page.tsx'
import type { EventFacts } from './write-note.page.tsx'
import { trailTo } from './write-recommendation.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: Pick<EventFacts, 'id' | 'title'>
  recommendation: Recommendation
  /** Where the latest recommendation to the same organisation went. */
  usual: { email: string; language: Language } | undefined
}

// What the form proposes: time for a committee to meet, and not so long that everybody forgets.
const daysToAnswer = 60

export function HandOverPage(props: Props) {
  const { visit, event, recommendation } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const closed = refusalToBegin(recommendation.handed_over_on, recommendation.note_state)
  return (
    <Page
      visit={visit}
      title={t('forum.hand-over.title', { number: recommendation.number })}
      lead={t('forum.hand-over.lead', { receiver: receiverOf(recommendation, language) })}
      wrong={problems.length > 0}
      trail={trailTo(visit, event)}
    >
      <Problems visit={visit} list={problems} />
      <LongText of={recommendation.text} t={t} />
      {closed && problems.length === 0 && <Notice kind="waiting">{t(`forum.refusal.${closed}`)}</Notice>}
      {!closed && <HandOverFields {...props} />}
    </Page>
  )
}

function HandOverFields(props: Props) {
  const { t, now } = props.visit
  const today = localDate(now)
  return (
    <Form>
      <TextField
        t={t}
        name="handedOverOn"
        type="date"
        label={t('forum.hand-over.on')}
        max={today}
        value={filledAt(props, 'handedOverOn') ?? today}
        mistake={mistakeAt(t, props, 'handedOverOn')}
      />
      <TextField
        t={t}
        name="answerDueOn"
        type="date"
        label={t('forum.hand-over.due')}
        hint={t('forum.hand-over.due-hint')}
        value={filledAt(props, 'answerDueOn') ?? datePlus(today, daysToAnswer)}
        mistake={mistakeAt(t, props, 'answerDueOn')}
      />
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t('answers.hand-over.mail')}</legend>
        <AddressFields {...props} required={false} />
        <p class="small">{t('answers.hand-over.mail-says')}</p>
      </fieldset>
      <p>{t('forum.hand-over.says')}</p>
      <SubmitButton>{t('forum.hand-over.button')}</SubmitButton>
    </Form>
  )
}
