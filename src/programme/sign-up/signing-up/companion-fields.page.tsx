import type { Answered } from '#platform/form.ts'
import { filledAt, Folded, LongTextField, mistakeAt, Select } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { togetherMax } from '../sign-up.rules.ts'

/** Several who come together: how many, and who, if that is known already. */
export function CompanionFields({ t, answered }: { t: Words; answered: Answered }) {
  const seats = filledAt(answered, 'seats') ?? '1'
  const isOpen = seats !== '1' || Boolean(filledAt(answered, 'companions')) || hasMistake(answered)
  return (
    <Folded summary={t('sign-up.form.together')} open={isOpen}>
      <Select
        t={t}
        name="seats"
        label={t('sign-up.form.seats')}
        hint={t('sign-up.form.seats-hint')}
        mistake={mistakeAt(t, answered, 'seats')}
        options={Array.from({ length: togetherMax }, (_, index) => ({
          value: String(index + 1),
          label: String(index + 1),
        }))}
        value={seats}
      />
      <LongTextField
        t={t}
        name="companions"
        label={t('sign-up.form.companions')}
        hint={t('sign-up.form.companions-hint')}
        value={filledAt(answered, 'companions')}
        mistake={mistakeAt(t, answered, 'companions')}
        rows={3}
        required={false}
      />
    </Folded>
  )
}

const hasMistake = ({ mistakes = {} }: Answered): boolean =>
  mistakes['seats'] !== undefined || mistakes['companions'] !== undefined
