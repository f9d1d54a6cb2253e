import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { Folded } from '#platform/ui/form.tsx'
import type { StepKind } from './tables.ts'

export interface Step {
  number: number
  kind: StepKind
  at: Instant
  before: Record<string, unknown>
  organisation_name: Texts | null
  party_name: Texts | null
}

/** What happened with the entry, the latest first. Whoever works at the office is not named. */
export function History({ visit, steps }: { visit: Visit; steps: readonly Step[] }) {
  const { t, language } = visit
  if (steps.length === 0) return null
  const who = ({ organisation_name, party_name }: Step): string =>
    inLanguage(organisation_name ?? party_name ?? {}, language)
  return (
    <Folded summary={t('partnerships.history.title')}>
      <ol class="lined-list" reversed>
        {steps.map((step) => (
          <li>
            <span class="quiet">{dateInWords(language, localDate(step.at))}</span>{' '}
            {t(`partnerships.history.${step.kind}`, { who: who(step) })}
            {step.kind === 'changed' && <Changed visit={visit} fields={Object.keys(step.before)} />}
          </li>
        ))}
      </ol>
    </Folded>
  )
}

const Changed = ({ visit: { t, language }, fields }: { visit: Visit; fields: readonly string[] }) => {
  if (fields.length === 0) return null
  const names = fields.map((field) => t(`partnerships.field.${field}`))
  return <> {new Intl.ListFormat(language).format(names)}.</>
}
