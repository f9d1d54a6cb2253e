import type { Answered } from '#platform/form.ts'
import { languageNames, languages } from '#platform/language.ts'
import { Choice, filledAt, mistakeAt, Select, TextField } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { AskedFields } from '../../questions/asked-fields.page.tsx'
import type { Asking } from '../../questions/ask-at-sign-up.ts'
import { NeedsFields } from '../../questions/needs-fields.page.tsx'
import type { Capacity } from '../../tables.ts'
import { capacities } from '../sign-up.rules.ts'

interface Props {
  t: Words
  answered: Answered
  /** Names in the directory, to choose from while typing. */
  organisations: readonly string[]
  event: { ends_at: string; spoken: string }
  /** What the organisers ask beside. */
  asking: Asking
  /** The date, in words, on which needs are wiped. */
  wipedOn: string
  /** What one can take part as, where the event is not for everybody. */
  offered?: readonly Capacity[]
  email?: { value: string | undefined; mistake: string | undefined } | undefined
}

/** What somebody says about themselves: the same fields when they sign up and when they change it later. */
export function AboutFields(props: Props) {
  const { t, answered, organisations, event, asking, wipedOn, email, offered = capacities } = props
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
        options={offered.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
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
      <AskedFields t={t} answered={answered} event={event} asking={asking} />
      <NeedsFields t={t} answered={answered} event={event} wipedOn={wipedOn} />
    </>
  )
}

const textFieldOf = (t: Words, answered: Answered) => (name: string) => ({
  t,
  name,
  value: filledAt(answered, name),
  mistake: mistakeAt(t, answered, name),
})
