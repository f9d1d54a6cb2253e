import type { Answered } from '#platform/form.ts'
import { languageNames, languages } from '#platform/language.ts'
import { Choice, filledAt, LongTextField, mistakeAt, Select, TextField } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { parts, sizes } from './course.rules.ts'

interface Props {
  t: Words
  answered: Answered
  /** Names in the directory, to choose from while typing. */
  organisations: readonly string[]
  /** Whether the address is asked too. */
  withEmail?: boolean
}

/** What somebody says of themselves: the same fields when they apply and when they change it later. */
export function AboutApplicant({ t, answered, organisations, withEmail = false }: Props) {
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
    label: t(`co-creating-change.field.${name}`),
  })
  return (
    <>
      <TextField {...field('name')} hint={t('co-creating-change.hint.name')} autocomplete="name" />
      {withEmail && (
        <TextField
          {...field('email')}
          type="email"
          hint={t('co-creating-change.hint.email')}
          autocomplete="email"
        />
      )}
      <Choice
        {...field('capacity')}
        options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
      />
      <TextField
        {...field('organisation')}
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
      <Choice
        {...field('size')}
        hint={t('co-creating-change.hint.size')}
        options={sizes.map((value) => ({ value, label: t(`co-creating-change.size.${value}`) }))}
      />
      <Select
        {...field('part')}
        hint={t('co-creating-change.hint.part')}
        options={parts.map((value) => ({ value, label: t(`co-creating-change.part.${value}`) }))}
        none={t('co-creating-change.choose')}
      />
      <LongTextField {...field('motivation')} hint={t('co-creating-change.hint.motivation')} rows={6} />
      <Select
        {...field('language')}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={filledAt(answered, 'language') ?? t.language}
      />
    </>
  )
}
