import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import {
  Checks,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { invitationsTrail } from './invitations.page.tsx'
import { MissingNumbers } from './missing-numbers.page.tsx'
import type { ToInvite } from './still-missing.ts'
import { type GroupNumbers, type InviteGroup, inviteGroups } from './still-missing.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  numbers: readonly GroupNumbers[]
  organisations: readonly ToInvite[]
}

/** Which organisations of the three groups are still missing, and the press that puts them on the list. */
export function StillMissingPage(props: Props) {
  const { visit, event, organisations } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const toInvite = organisations.filter(({ presence }) => presence === 'not-invited')
  return (
    <Page
      visit={visit}
      title={t('invitations.missing.title', { title: inLanguage(event.title, language) })}
      heading={t('invitations.missing.heading')}
      lead={t('invitations.missing.lead')}
      trail={invitationsTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <MissingNumbers visit={visit} numbers={props.numbers} />
      {toInvite.length === 0 ? (
        <Notice kind="good">{t('invitations.missing.nobody')}</Notice>
      ) : (
        <Form>
          {inviteGroups.map((group) => (
            <Group {...props} group={group} />
          ))}
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
          <Select
            t={t}
            name="language"
            label={t('invitations.invite.language')}
            options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
            value={filledAt(props, 'language') ?? 'sv'}
          />
          <SubmitButton>{t('invitations.missing.button')}</SubmitButton>
        </Form>
      )}
      <Waited {...props} />
    </Page>
  )
}

/** Everybody whose address is known is ticked to begin with; the others get one here. */
function Group(props: Props & { group: InviteGroup }) {
  const { visit, group, organisations, filled } = props
  const { t, language } = visit
  const own = organisations.filter((one) => one.group === group && one.presence === 'not-invited')
  if (own.length === 0) return null
  const known = own.filter(({ address }) => address !== null).map(({ id }) => id)
  return (
    <>
      <Checks
        t={t}
        name="organisations"
        label={t('invitations.missing.tick', { group, count: own.length })}
        values={filled ? ticked(props, 'organisations') : known}
        mistake={mistakeAt(t, props, 'organisations')}
        options={own.map(({ id, name, address }) => ({
          value: id,
          label: t('invitations.missing.option', {
            name: inLanguage(name, language),
            address: address ?? t('invitations.missing.no-address'),
          }),
        }))}
      />
      {own
        .filter(({ address }) => address === null)
        .map(({ id, name }) => (
          <TextField
            t={t}
            name={`address.${id}`}
            type="email"
            required={false}
            label={t('invitations.missing.address', { name: inLanguage(name, language) })}
            value={filledAt(props, `address.${id}`)}
            mistake={mistakeAt(t, props, `address.${id}`)}
          />
        ))}
    </>
  )
}

/** Those that were invited and from which nobody has signed up. */
function Waited({ visit, organisations }: Props) {
  const { t, language } = visit
  const waited = organisations.filter(({ presence }) => presence === 'no-answer')
  if (waited.length === 0) return null
  return (
    <section class="stack" aria-labelledby="no-answer">
      <h2 id="no-answer">{t('invitations.missing.waited', { count: waited.length })}</h2>
      <ul>
        {waited.map(({ name }) => (
          <li>{inLanguage(name, language)}</li>
        ))}
      </ul>
    </section>
  )
}
