import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import {
  Checks,
  filledAt,
  Form,
  LongTextField,
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
import { SecondTrap } from './trap.page.tsx'
import { conditions, confirmDays, monthsKept } from './join.rules.ts'
import { numberInWords } from './number.rules.ts'
import { ProfileFields } from './profile-fields.page.tsx'
import { kindsIn } from './profile.rules.ts'
import type { ApplicationRow } from './tables.ts'

type Props = Answered & { visit: Visit }

export const networkTrail = ({ t, to }: Visit) => [{ href: to('/network'), label: t('network.title') }]

/** "Would you like to be a part of Malmöandan?" The conditions are the agreement's. */
export function JoinPage({ visit, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('organisations.join.title')}
      lead={t('organisations.join.lead')}
      trail={networkTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <input type="hidden" name="opened" value={filledAt(answered, 'opened')} />
        <JoinFields visit={visit} known={null} {...answered} />
        <SecondTrap visit={visit} />
        <Notice>
          <p>{t('organisations.join.public-record')}</p>
          <p>{t('organisations.join.kept', { months: monthsKept })}</p>
        </Notice>
        <SubmitButton>{t('organisations.join.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** The fields of an application, for whoever fills them in the first time and for whoever completes them. */
export function JoinFields(props: Props & { known: ApplicationRow | null }) {
  const { visit, known, ...answered } = props
  const { t, member } = visit
  const profile = known && { ...known.profile, contact_is_shown: known.profile.contact_is_shown ? 1 : 0 }
  const one = (name: string, before?: string | null) => ({
    ...{ t, name, mistake: mistakeAt(t, answered, name) },
    value: answered.filled ? filledAt(answered, name) : (before ?? undefined),
  })
  const number = known?.number ? numberInWords(known.number) : null
  const ticks = answered.filled ? ticked(answered, 'conditions') : known ? conditions : []
  return (
    <>
      <ProfileFields visit={visit} known={profile} {...answered} />
      <Select
        {...one('kind', known?.profile.kind)}
        required
        label={t('network.fact.kind')}
        none={t('network.form.choose')}
        options={kindsIn['civil-society'].map((value) => ({
          value,
          label: t(`organisations.kind.${value}`),
        }))}
      />
      <TextField
        {...one('number', number)}
        required={false}
        label={t('organisations.fact.number')}
        hint={t('organisations.join.number-hint')}
      />
      <Checks
        t={t}
        name="conditions"
        label={t('organisations.join.conditions')}
        mistake={mistakeAt(t, answered, 'conditions')}
        values={ticks}
        options={conditions.map((value) => ({ value, label: t(`organisations.condition.${value}`) }))}
      />
      <LongTextField
        {...one('how_democratic', known?.how_democratic)}
        required
        rows={2}
        label={t('organisations.join.how-democratic')}
        hint={t('organisations.join.how-hint')}
      />
      <TextField
        {...one('person_name', known?.person_name ?? member?.name)}
        required
        autocomplete="name"
        label={t('organisations.join.person-name')}
        hint={t('organisations.join.person-hint')}
      />
      {known === null && <AddressField visit={visit} answered={answered} />}
      <LanguageField visit={visit} answered={answered} value={known?.language} />
    </>
  )
}

/** Not asked of those who have signed in: their address is known. */
export function AddressField({ visit: { t, member }, answered }: { visit: Visit; answered: Answered }) {
  if (member) return <p>{t('organisations.form.as-member', { email: member.email })}</p>
  return (
    <TextField
      t={t}
      name="email"
      type="email"
      autocomplete="email"
      required
      label={t('organisations.form.email')}
      hint={t('organisations.form.email-hint')}
      value={filledAt(answered, 'email')}
      mistake={mistakeAt(t, answered, 'email')}
    />
  )
}

interface LanguageProps {
  visit: Visit
  answered: Answered
  value?: string | undefined
}

export const LanguageField = ({ visit: { t }, answered, value }: LanguageProps) => (
  <Select
    t={t}
    name="language"
    required
    label={t('organisations.form.language')}
    options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
    value={filledAt(answered, 'language') ?? value ?? t.language}
    mistake={mistakeAt(t, answered, 'language')}
  />
)

/** The same for everybody, whether the address was known, new or written to too often. */
export function SentPage({ visit, kind }: { visit: Visit; kind: 'join' | 'claim' }) {
  const { t, to, member } = visit
  const who = member ? 'member' : 'guest'
  return (
    <Page
      visit={visit}
      title={t(`organisations.sent.title-${who}`)}
      lead={t(`organisations.sent.lead-${who}`, { days: confirmDays })}
      trail={networkTrail(visit)}
    >
      <p>{t(`organisations.sent.then-${kind}`)}</p>
      <p>
        <a href={to('/network')}>{t('organisations.sent.back')}</a>
      </p>
    </Page>
  )
}

/** The page behind the link in the mail: confirm, follow, complete, take back. */
export function OwnApplicationPage({
  visit,
  application,
  ...answered
}: Props & { application: ApplicationRow }) {
  const { t, language } = visit
  const { state, reason, profile } = application
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={inLanguage(profile.name, language)}
      lead={t(`organisations.application.lead-${state}`)}
      trail={networkTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {reason && (
        <Notice kind="waiting" title={t('organisations.application.office-says')}>
          <p>{reason}</p>
        </Notice>
      )}
      {state === 'unconfirmed' && (
        <Form>
          <SubmitButton name="do" value="confirm">
            {t('organisations.application.confirm')}
          </SubmitButton>
        </Form>
      )}
      {(state === 'waiting' || state === 'to-complete') && (
        <Form>
          <input type="hidden" name="id" value={application.id} />
          <JoinFields visit={visit} known={application} {...answered} />
          <SubmitButton name="do" value="complete">
            {t('organisations.application.complete')}
          </SubmitButton>
        </Form>
      )}
      {(state === 'unconfirmed' || state === 'waiting' || state === 'to-complete') && (
        <Form>
          <SubmitButton name="do" value="withdraw" variant="secondary">
            {t('organisations.application.withdraw')}
          </SubmitButton>
        </Form>
      )}
    </Page>
  )
}

export const OldLinkPage = ({ visit }: { visit: Visit }) => (
  <Page visit={visit} title={visit.t('organisations.old-link.title')} trail={networkTrail(visit)}>
    <p>{visit.t('organisations.old-link.lead')}</p>
  </Page>
)
