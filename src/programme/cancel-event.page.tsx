import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  textsAt,
  TextsField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { ProgrammeEvent } from './events.sql.ts'
import { eventTrail } from './office-event.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  waiting: number
}

export function CancelEventPage({ visit, event, waiting, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('programme.edit.cancel-title', { title: inLanguage(event.title, language) })}
      lead={t('programme.edit.cancel-lead', { people: event.seats_taken + waiting })}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <TextsField
          t={t}
          name="reason"
          label={t('programme.edit.reason')}
          hint={t('programme.edit.reason-hint')}
          value={textsAt(answered, 'reason')}
          mistakes={mistakesInWords(t, answered)}
          rows={3}
        />
        <SubmitButton danger>{t('programme.edit.cancel-button')}</SubmitButton>
      </Form>
    </Page>
  )
}
