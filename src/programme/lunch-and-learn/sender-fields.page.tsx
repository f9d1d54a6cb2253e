import type { Answered } from '#platform/form.ts'
import type { Member, Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import { filledAt, mistakeAt, Select, TextField } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { monthsKept } from './address.rules.ts'

interface Props {
  t: Words
  answered: Answered
}

/** Not asked of those who have signed in: their address is known. */
export function EmailField({ t, answered, member }: Props & { member: Member | null }) {
  if (member) return <p>{t('lunch-and-learn.form.as-member', { email: member.email })}</p>
  return (
    <TextField
      t={t}
      name="email"
      type="email"
      autocomplete="email"
      required
      label={t('lunch-and-learn.form.email')}
      hint={t('lunch-and-learn.form.email-hint')}
      value={filledAt(answered, 'email')}
      mistake={mistakeAt(t, answered, 'email')}
    />
  )
}

export const OrganisationField = ({
  t,
  answered,
  organisations,
}: Props & { organisations: readonly string[] }) => (
  <>
    <TextField
      t={t}
      name="organisation"
      label={t('lunch-and-learn.form.organisation')}
      hint={t('lunch-and-learn.form.organisation-hint')}
      autocomplete="organization"
      list="organisations"
      required={false}
      value={filledAt(answered, 'organisation')}
      mistake={mistakeAt(t, answered, 'organisation')}
    />
    <datalist id="organisations">
      {organisations.map((name) => (
        <option value={name}>{name}</option>
      ))}
    </datalist>
  </>
)

export const LanguageField = ({ t, answered }: Props) => (
  <Select
    t={t}
    name="language"
    label={t('lunch-and-learn.form.language')}
    options={languages.map((value) => ({ value, label: languageNames[value] }))}
    value={filledAt(answered, 'language') ?? t.language}
    mistake={mistakeAt(t, answered, 'language')}
  />
)

/** For how long what is typed here is known. */
export const KeptNote = ({ visit: { t, to } }: { visit: Visit }) => (
  <p class="quiet">
    {t('lunch-and-learn.form.kept', { months: monthsKept })}{' '}
    <a href={to('/about/privacy')}>{t('lunch-and-learn.form.privacy')}</a>
  </p>
)
