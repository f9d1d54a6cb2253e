import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Check,
  Checks,
  filledAt,
  Folded,
  mistakeAt,
  mistakesInWords,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import type { Organisation } from './organisations.sql.ts'
import { areas, spokenLanguages } from './profile.rules.ts'
import { languageSaid } from './spoken.ts'

type Known = Pick<
  Organisation,
  'name' | 'about' | 'for_whom' | 'areas' | 'languages' | 'website' | 'contact_email' | 'contact_is_shown'
>

interface Props extends Answered {
  visit: Visit
  /** What stands there now; null for a new one. */
  known: Known | null
}

/** What an organisation says of itself, on every form where it does. */
export function ProfileFields(props: Props) {
  const { visit, known } = props
  const { t } = visit
  const mistakes = mistakesInWords(t, props)
  const many = (name: 'about' | 'for_whom', rows: number) => ({
    ...{ t, name, rows, mistakes, required: false },
    value: textsAt(props, name, known?.[name]),
  })
  return (
    <>
      <TextsField
        t={t}
        name="name"
        label={t('network.form.name')}
        hint={t('network.form.name-hint')}
        value={textsAt(props, 'name', known?.name)}
        mistakes={mistakes}
      />
      <TextsField {...many('about', 3)} label={t('network.form.about')} />
      <TextsField {...many('for_whom', 2)} label={t('organisations.form.for-whom')} />
      <Checks
        t={t}
        name="areas"
        label={t('organisations.form.areas')}
        values={props.filled ? ticked(props, 'areas') : (known?.areas ?? [])}
        options={areas.map((value) => ({ value, label: t(`organisations.area.${value}`) }))}
      />
      <Spoken {...props} />
      <Reached {...props} />
    </>
  )
}

function Spoken(props: Props) {
  const { t, language } = props.visit
  const values = props.filled ? ticked(props, 'languages') : (props.known?.languages ?? [])
  return (
    <Folded summary={t('organisations.form.languages-summary')} open={values.length > 0}>
      <Checks
        t={t}
        name="languages"
        label={t('organisations.form.languages')}
        values={values}
        options={spokenLanguages.map((value) => ({ value, label: languageSaid(value, language) }))}
      />
    </Folded>
  )
}

function Reached(props: Props) {
  const { visit, known } = props
  const { t } = visit
  const one = (name: 'website' | 'contact_email') => ({
    ...{ t, name, required: false, mistake: mistakeAt(t, props, name) },
    value: props.filled ? filledAt(props, name) : (known?.[name] ?? undefined),
  })
  return (
    <>
      <TextField {...one('website')} label={t('network.fact.website')} type="url" />
      <TextField
        {...one('contact_email')}
        type="email"
        label={t('organisations.form.contact')}
        hint={t('organisations.form.contact-hint')}
      />
      <Check
        t={t}
        name="contact_is_shown"
        label={t('organisations.form.contact-is-shown')}
        checked={props.filled ? filledAt(props, 'contact_is_shown') === 'yes' : known?.contact_is_shown === 1}
      />
    </>
  )
}
