import type { Answered } from '#platform/form.ts'
import { Choice, filledAt, LongTextField, mistakeAt, TextField } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { proposalKinds } from './proposal.rules.ts'

/** What is to be presented, in the words of whoever presents. */
export function ProposalFields({ t, answered }: { t: Words; answered: Answered }) {
  const line = (name: string) => ({
    ...{ t, name, label: t(`malmo-hour.field.${name}`), value: filledAt(answered, name) },
    mistake: mistakeAt(t, answered, name),
  })
  return (
    <>
      <TextField {...line('title')} required />
      <Choice
        {...line('kind')}
        options={proposalKinds.map((kind) => ({ value: kind, label: t(`malmo-hour.kind.${kind}`) }))}
      />
      <LongTextField {...line('learn')} hint={t('malmo-hour.hint.learn')} rows={4} required />
      <TextField {...line('presenter')} hint={t('malmo-hour.hint.presenter')} required />
      <TextField {...line('url')} type="url" required={false} />
    </>
  )
}
