import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { Checks, filledAt, LongTextField, mistakeAt, ticked } from '#platform/ui/form.tsx'

interface Props extends Answered {
  visit: Visit
  parties: readonly { id: string; name: Texts }[]
  /** The organisation that stands there to begin with. */
  named?: string | null | undefined
}

/** Whose it is: any of the parties, organisations of the directory, or both. */
export function Owning(props: Props) {
  const { visit, parties } = props
  const { t, language } = visit
  return (
    <>
      <Checks
        t={t}
        name="parties"
        label={t('plan.fact.owners')}
        hint={t('plan.commitment.parties-hint')}
        options={parties.map((party) => ({ value: party.id, label: nameAtStart(party.name, language) }))}
        values={ticked(props, 'parties')}
        mistake={mistakeAt(t, props, 'parties')}
      />
      <LongTextField
        t={t}
        name="organisations"
        label={t('plan.commitment.organisations')}
        hint={t('plan.commitment.organisations-hint')}
        rows={2}
        value={filledAt(props, 'organisations') ?? props.named ?? undefined}
        mistake={mistakeAt(t, props, 'organisations')}
        required={false}
      />
    </>
  )
}
