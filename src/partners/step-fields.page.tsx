import { begunWith } from '#platform/prepared-texts.ts'
import { filledAt, LongTextField, mistakeAt } from '#platform/ui/form.tsx'
import type { OfficePledgeProps } from './office-pledge.page.tsx'
import type { PledgeStep } from './pledge.rules.ts'

export type StepProps = OfficePledgeProps & { step: PledgeStep }

export const Seen = ({ steps }: Pick<OfficePledgeProps, 'steps'>) => (
  <input type="hidden" name="seen" value={String(steps.length)} />
)

/** What is written to the giver, in the language they chose. */
export function WordsField({ visit: { t }, pledge, step, prepared, ...answered }: StepProps) {
  const isThis = filledAt(answered, 'do') === step
  return (
    <LongTextField
      t={t}
      name="words"
      rows={4}
      required={false}
      label={t('partners.office.words')}
      hint={t('partners.office.words-hint', { language: t(`partners.language.${pledge.language}`) })}
      value={isThis ? filledAt(answered, 'words') : begunWith(prepared, pledge.language)}
      mistake={isThis ? mistakeAt(t, answered, 'words') : undefined}
    />
  )
}
