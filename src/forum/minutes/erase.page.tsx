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
import type { EventFacts } from '../write-note.page.tsx'
import { notesTrail } from './notes-trail.ts'

interface Props extends Answered {
  visit: Visit
  event: EventFacts
}

/** Where somebody's name is taken out of approved minutes. */
export function EraseFromNotePage({ visit, event, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('minutes.erase.title', { event: inLanguage(event.title, language) })}
      lead={t('minutes.erase.lead')}
      trail={notesTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <TextField
          {...field('name')}
          label={t('minutes.erase.name')}
          hint={t('minutes.erase.name-hint')}
          autocomplete="off"
        />
        <TextField
          {...field('because')}
          label={t('minutes.erase.because')}
          hint={t('minutes.erase.because-hint')}
        />
        <SubmitButton danger>{t('minutes.erase.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
