import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
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
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
}

export function CopyEventPage({ visit, event, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('copy.title', { event: inLanguage(event.title, language) })}
      lead={t('copy.lead')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <TextField
          t={t}
          name="date"
          type="date"
          label={t('copy.date')}
          hint={t('copy.date-hint')}
          value={filledAt(answered, 'date')}
          mistake={mistakeAt(t, answered, 'date')}
        />
        <SubmitButton>{t('copy.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
