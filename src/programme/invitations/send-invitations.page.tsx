import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
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
import { Facts } from '#platform/ui/parts.tsx'
import { placeInBrief } from '../event-row.page.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { invitationsTrail } from './invitations.page.tsx'
import type { Invited } from './invited.sql.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  sending: 'invitation' | 'reminder'
  receivers: readonly Invited[]
}

/** A last look before the mails leave: to whom, the facts in them, and a text of one's own. */
export function SendPage(props: Props) {
  const { visit, event, sending, receivers } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const people = receivers.length
  return (
    <Page
      visit={visit}
      title={t(`invitations.send.${sending}-title`)}
      lead={t(`invitations.send.${sending}-lead`, { people })}
      trail={invitationsTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('programme.event.when'), dateAndTime(language, event.starts_at, event.ends_at)],
          [t('programme.event.where'), placeInBrief(t, event)],
          [t('invitations.send.in-every-mail'), inLanguage(event.access, language)],
        ]}
      />
      <Form>
        <LongTextField
          t={t}
          name="words"
          label={t('invitations.send.words')}
          hint={t('invitations.send.words-hint')}
          required={false}
          value={filledAt(props, 'words')}
          mistake={mistakeAt(t, props, 'words')}
          rows={6}
        />
        {people > 0 && <SubmitButton>{t(`invitations.send.${sending}-button`, { people })}</SubmitButton>}
      </Form>
    </Page>
  )
}
