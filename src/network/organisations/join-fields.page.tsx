import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import { Checks, filledAt, LongTextField, mistakeAt, Select, TextField, ticked } from '#platform/ui/form.tsx'
import { conditions } from './join.rules.ts'
import { numberInWords } from './number.rules.ts'
import { ProfileFields } from './profile-fields.page.tsx'
import { kindsIn } from './profile.rules.ts'
import type { ApplicationRow } from './tables.ts'

type Props = Answered & { visit: Visit }

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
