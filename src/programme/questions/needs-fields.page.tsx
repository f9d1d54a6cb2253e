import type { Answered } from '#platform/form.ts'
import { Checks, filledAt, Folded, LongTextField, mistakeAt, TextField, ticked } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { needInWords } from './need-in-words.ts'
import { accessNeeds, diets, interpretation, interpreterNeeds } from './needs.rules.ts'

interface Props {
  t: Words
  answered: Answered
  event: { spoken: string }
  /** The date, in words, on which needs are wiped. */
  wipedOn: string
}

const fields = ['access_needs', 'access', 'interpreters', 'interpretation', 'diets', 'diet']

/** What most people need not see: access, interpretation, diet. Kept apart, and only until the date it names. */
export function NeedsFields({ t, answered, event, wipedOn }: Props) {
  const text = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  const isUsed = fields.some((name) => ticked(answered, name).some(Boolean) || answered.mistakes?.[name])
  const languages = interpreterNeeds.filter((need) => interpretation(need, event.spoken) !== null)
  return (
    <Folded summary={t('needs.form.title')} open={isUsed}>
      <p>{t('needs.form.why', { date: wipedOn })}</p>
      <Checks
        {...{ t, name: 'access_needs', values: ticked(answered, 'access_needs') }}
        label={t('needs.form.access')}
        options={accessNeeds.map((value) => ({ value, label: t(`needs.form.box.${value}`) }))}
      />
      <TextField {...text('access')} label={t('needs.form.access-more')} />
      <Checks
        {...{ t, name: 'interpreters', values: ticked(answered, 'interpreters') }}
        label={t('needs.form.interpreters')}
        hint={t('needs.form.interpreters-hint')}
        options={languages.map((value) => ({ value, label: t(`needs.form.box.${value}`) }))}
      />
      <TextField {...text('interpretation')} label={t('needs.form.interpretation-more')} />
      <Checks
        {...{ t, name: 'diets', values: ticked(answered, 'diets') }}
        label={t('needs.form.diets')}
        options={diets.map((value) => ({ value, label: needInWords(t, value) }))}
      />
      <LongTextField {...text('diet')} label={t('needs.form.diet-more')} rows={2} />
    </Folded>
  )
}
