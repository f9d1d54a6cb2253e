import type { Answered } from '#platform/form.ts'
import { languageNames, languages } from '#platform/language.ts'
import { Choice, filledAt, Folded, LongTextField, mistakeAt, Select, TextField } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { capacities } from './sign-up.rules.ts'

interface Props {
  t: Words
  answered: Answered
  /** Names in the directory, to choose from while typing. */
  organisations: readonly string[]
  /** The date, in words, on which needs are wiped. */
  wipedOn: string
  email?: { value: string | undefined; mistake: string | undefined } | undefined
}

/** What somebody says about themselves: the same fields when they sign up and when they change it later. */
export function AboutFields({ t, answered, organisations, wipedOn, email }: Props) {
  const text = textFieldOf(t, answered)
  return (
    <>
      <TextField {...text('name')} label={t('sign-up.form.name')} autocomplete="name" />
      {email && (
        <TextField
          t={t}
          name="email"
          type="email"
          label={t('sign-up.form.email')}
          hint={t('sign-up.form.email-hint')}
          autocomplete="email"
          {...email}
        />
      )}
      <Choice
        t={t}
        name="capacity"
        label={t('sign-up.form.capacity')}
        options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
        value={filledAt(answered, 'capacity')}
        mistake={mistakeAt(t, answered, 'capacity')}
      />
      <TextField
        {...text('organisation')}
        label={t('sign-up.form.organisation')}
        hint={t('sign-up.form.organisation-hint')}
        autocomplete="organization"
        list="organisations"
        required={false}
      />
      <datalist id="organisations">
        {organisations.map((name) => (
          <option value={name}>{name}</option>
        ))}
      </datalist>
      <Select
        {...text('language')}
        label={t('sign-up.form.language')}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={filledAt(answered, 'language') ?? t.language}
      />
      <NeedsFields t={t} answered={answered} wipedOn={wipedOn} />
    </>
  )
}

/** What most people need not see: access, interpretation, diet. Kept apart, and only until the date it names. */
function NeedsFields({ t, answered, wipedOn }: Pick<Props, 't' | 'answered' | 'wipedOn'>) {
  const text = textFieldOf(t, answered)
  return (
    <Folded summary={t('sign-up.form.needs')} open={hasNeeds(answered)}>
      <p>{t('sign-up.form.needs-why', { date: wipedOn })}</p>
      <LongTextField
        {...text('access')}
        label={t('sign-up.form.access')}
        hint={t('sign-up.form.access-hint')}
        rows={3}
        required={false}
      />
      <TextField
        {...text('interpretation')}
        label={t('sign-up.form.interpretation')}
        hint={t('sign-up.form.interpretation-hint')}
        required={false}
      />
      <LongTextField {...text('diet')} label={t('sign-up.form.diet')} rows={2} required={false} />
    </Folded>
  )
}

const textFieldOf = (t: Words, answered: Answered) => (name: string) => ({
  t,
  name,
  value: filledAt(answered, name),
  mistake: mistakeAt(t, answered, name),
})

const hasNeeds = (answered: Answered): boolean =>
  ['access', 'interpretation', 'diet'].some((name) => filledAt(answered, name) || answered.mistakes?.[name])
