import { dateInWords } from '#platform/dates.ts'
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
import { Actions } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../../events.sql.ts'
import { needsKeptDays } from '../../questions/keep.rules.ts'
import { keptUntil } from '../../questions/kept-until.ts'
import { NeedsFields } from '../../questions/needs-fields.page.tsx'
import type { SignUpRow } from '../../tables.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  companion: SignUpRow
  token: string
}

/** Who comes along on one seat; the seat can be given back here alone. */
export function CompanionPage({ visit, event, companion, token, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const text = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('manage.companion.title')}
      lead={inLanguage(event.title, t.language)}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/sign-ups/${token}`), label: t('manage.back') }]}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <TextField {...text('name')} label={t('manage.companion.name')} autocomplete="off" />
        {companion.email === null ? (
          <TextField
            {...text('email')}
            type="email"
            label={t('manage.companion.email')}
            hint={t('manage.companion.email-hint')}
            autocomplete="off"
            required={false}
          />
        ) : (
          <p>{t('manage.companion.has-mail', { email: companion.email })}</p>
        )}
        {companion.email === null && (
          <NeedsFields
            t={t}
            answered={answered}
            event={event}
            wipedOn={dateInWords(t.language, keptUntil(event, needsKeptDays))}
          />
        )}
        <SubmitButton>{t('manage.save')}</SubmitButton>
      </Form>
      <Form>
        <Actions>
          <SubmitButton variant="secondary" name="do" value="give-back">
            {t('manage.companion.give-back')}
          </SubmitButton>
        </Actions>
      </Form>
    </Page>
  )
}
