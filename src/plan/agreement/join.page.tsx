import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
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
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Signatory } from './signatories.sql.ts'
import { conditions, confirmDays, signatoryCategories } from './signatory.rules.ts'

interface Props extends Answered {
  visit: Visit
  id: string
  /** Names of the directory, to choose from; any other can be typed. */
  suggestions: readonly string[]
}

const trail = ({ t, to }: Visit) => [
  { href: to('/plan'), label: t('plan.title') },
  { href: to('/plan/agreement'), label: t('agreement.title') },
]

/** An organisation asks to join the agreement, without an account. */
export function JoinPage(props: Props) {
  const { visit, id } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('agreement.join.title')}
      lead={t('agreement.join.lead')}
      wrong={problems.length > 0}
      trail={trail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Notice>{t('agreement.join.public-record')}</Notice>
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />
        <OrganisationFields {...props} />
        <SenderFields {...props} />
        <SubmitButton>{t('agreement.join.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

const fieldOf = (props: Props) => (name: string) => ({
  ...{ t: props.visit.t, name, label: props.visit.t(`agreement.join.field.${name}`), required: true },
  ...{ value: filledAt(props, name), mistake: mistakeAt(props.visit.t, props, name) },
})

function OrganisationFields(props: Props) {
  const { t } = props.visit
  const field = fieldOf(props)
  return (
    <>
      <TextField
        {...field('organisation')}
        list="organisations"
        hint={t('agreement.join.organisation-hint')}
      />
      <datalist id="organisations">
        {props.suggestions.map((name) => (
          <option value={name}>{name}</option>
        ))}
      </datalist>
      <Select
        {...field('category')}
        options={[
          { value: '', label: t('agreement.join.choose') },
          ...signatoryCategories.map((value) => ({ value, label: t(`agreement.category.${value}`) })),
        ]}
      />
      <LongTextField {...field('about')} required={false} rows={3} hint={t('agreement.join.about-hint')} />
      <Checks
        t={t}
        name="conditions"
        label={t('agreement.join.conditions')}
        options={conditions.map((value) => ({ value, label: t(`agreement.condition.${value}`) }))}
        values={ticked(props, 'conditions')}
        mistake={mistakeAt(t, props, 'conditions')}
      />
    </>
  )
}

function SenderFields(props: Props) {
  const { visit } = props
  const { t } = visit
  const field = fieldOf(props)
  return (
    <>
      <TextField {...field('name')} autocomplete="name" />
      <TextField
        {...field('email')}
        type="email"
        autocomplete="email"
        hint={t('agreement.join.email-hint')}
      />
      <Select
        {...field('language')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={filledAt(props, 'language') ?? visit.language}
      />
    </>
  )
}

export function JoinSentPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('agreement.join.sent')} trail={trail(visit)}>
      <p>{t('agreement.join.sent-says', { days: confirmDays })}</p>
    </Page>
  )
}

/** Opening a link changes nothing: mail programs open them too. The button does. */
export function ConfirmJoinPage({ visit, one }: { visit: Visit; one: Signatory }) {
  const { t } = visit
  const facts = { organisation: one.organisation_name }
  if (one.state !== 'unconfirmed')
    return (
      <Page visit={visit} title={t('agreement.confirm.done')} trail={trail(visit)}>
        <p>{t('agreement.confirm.done-says', facts)}</p>
        <LinkButton href={visit.to('/plan/agreement')}>{t('agreement.confirm.read')}</LinkButton>
      </Page>
    )
  return (
    <Page visit={visit} title={t('agreement.confirm.title')} trail={trail(visit)}>
      <p>{t('agreement.confirm.says', facts)}</p>
      <Form>
        <SubmitButton>{t('agreement.confirm.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

export function OldJoinLinkPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('agreement.confirm.old')} trail={trail(visit)}>
      <p>{t('agreement.confirm.old-says')}</p>
      <LinkButton href={visit.to('/agreement/join')}>{t('agreement.join.title')}</LinkButton>
    </Page>
  )
}
