import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Check,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { agendaTrail } from './agenda-trail.ts'
import type { Speaker } from './agenda.sql.ts'
import { speakersKeptDays } from '../questions/keep.rules.ts'
import { keptUntil } from '../questions/kept-until.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** Who is changed; null for a new one. */
  speaker: Speaker | null
}

export function EditSpeakerPage({ visit, event, speaker, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const line = (name: string) => ({
    t,
    name,
    label: t(`agenda.field.${name}`),
    value: filledAt(answered, name),
    mistake: mistakeAt(t, answered, name),
  })
  return (
    <Page
      visit={visit}
      title={speaker?.name ?? t('agenda.edit.add-speaker')}
      trail={agendaTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {!speaker && <input type="hidden" name="id" value={filledAt(answered, 'id')} />}
        <TextField {...line('name')} hint={t('agenda.hint.name')} />
        <TextField {...line('role')} required={false} />
        <TextField {...line('organisation')} required={false} />
        <TextField
          {...line('email')}
          type="email"
          hint={t('agenda.hint.email', { date: dateInWords(t.language, keptUntil(event, speakersKeptDays)) })}
          required={false}
        />
        <Check
          t={t}
          name="consent"
          label={t('agenda.field.consent')}
          hint={t('agenda.hint.consent')}
          checked={filledAt(answered, 'consent') === 'yes'}
        />
        <Actions>
          <SubmitButton>{t('agenda.edit.save')}</SubmitButton>
          {speaker && (
            <SubmitButton variant="secondary" danger name="do" value="remove">
              {t('agenda.edit.remove')}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </Page>
  )
}
