import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { invitationsTrail } from './invitations.page.tsx'
import { MissingSectorsNotice } from './missing-sectors.page.tsx'
import type { MissingSectors } from './summary.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** Lines that cannot be invited as they stand. */
  wrongLines?: readonly string[]
  missing: MissingSectors
  /** Names in the directory, to copy from. */
  organisations: readonly string[]
}

/** People and organisations to put on the list; nobody is mailed by this. */
export function InvitePage(props: Props) {
  const { visit, event, wrongLines = [] } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('invitations.invite.title')}
      lead={t('invitations.invite.lead')}
      trail={invitationsTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {wrongLines.length > 0 && (
        <Notice kind="wrong" title={t('invitations.invite.wrong-lines')}>
          <ul>
            {wrongLines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <MissingSectorsNotice visit={visit} missing={props.missing} />
      <Form>
        <People {...props} />
        <Organisations {...props} />
        <Select
          t={t}
          name="language"
          label={t('invitations.invite.language')}
          hint={t('invitations.invite.language-hint')}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          value={filledAt(props, 'language') ?? t.language}
        />
        <SubmitButton>{t('invitations.invite.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

function People(props: Props) {
  const { t } = props.visit
  return (
    <section>
      <h2>{t('invitations.invite.people-heading')}</h2>
      <LongTextField
        t={t}
        name="people"
        label={t('invitations.invite.people')}
        hint={t('invitations.invite.people-hint')}
        value={filledAt(props, 'people')}
        mistake={mistakeAt(t, props, 'people')}
        rows={6}
      />
      <Select
        t={t}
        name="capacity"
        label={t('invitations.invite.capacity')}
        none={t('invitations.invite.capacity-none')}
        options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
        value={filledAt(props, 'capacity')}
      />
    </section>
  )
}

function Organisations(props: Props) {
  const { t } = props.visit
  return (
    <section>
      <h2>{t('invitations.invite.organisations-heading')}</h2>
      <LongTextField
        t={t}
        name="organisations"
        label={t('invitations.invite.organisations')}
        hint={t('invitations.invite.organisations-hint')}
        value={filledAt(props, 'organisations')}
        mistake={mistakeAt(t, props, 'organisations')}
        rows={6}
      />
      <details class="folded ds-details">
        <summary>{t('invitations.invite.directory')}</summary>
        <div class="folded-body">
          <ul class="plain-list small">
            {props.organisations.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </div>
      </details>
      <TextField
        t={t}
        name="people_max"
        type="number"
        inputmode="numeric"
        size={4}
        min={1}
        max={500}
        label={t('invitations.invite.people-max')}
        hint={t('invitations.invite.people-max-hint')}
        value={filledAt(props, 'people_max') ?? '2'}
        mistake={mistakeAt(t, props, 'people_max')}
      />
    </section>
  )
}
