import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Folded,
  mistakeAt,
  mistakesInWords,
  Select,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import type { Answered } from '#platform/form.ts'
import { Link } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Evidence, ToPointAt } from './evidence.sql.ts'

interface ListProps {
  visit: Visit
  evidence: readonly Evidence[]
}

/** What shows it, a line each. */
export const EvidenceList = ({ visit, evidence }: ListProps) =>
  evidence.length === 0 ? null : (
    <ul>
      {evidence.map((one) => (
        <li>
          <Piece visit={visit} one={one} />
        </li>
      ))}
    </ul>
  )

function Piece({ visit, one }: { visit: Visit; one: Evidence }) {
  const { t, language } = visit
  if (one.kind === 'number') {
    const amount = one.amount ?? 0
    const date = one.on_day ? dateInWords(language, one.on_day) : ''
    return <>{t('plan.evidence.number', { amount, unit: inLanguage(one.unit ?? {}, language), date })}</>
  }
  if (one.kind === 'link') return one.url ? <Link href={one.url} /> : null
  return (
    <>
      {t(`plan.evidence.kind.${one.kind}`)}:{' '}
      <a href={visit.to(one.path ?? '/')}>
        <Text of={one.title ?? {}} t={t} />
      </a>
    </>
  )
}

/** Numbers of the same thing side by side, with their days; never summed up into a share of something. */
export function EvidenceInBrief({ visit, evidence }: ListProps) {
  const { t } = visit
  if (evidence.length === 0) return null
  return (
    <section class="stack" aria-labelledby="evidence">
      <h2 id="evidence">{t('plan.evidence.title')}</h2>
      <p class="quiet">{t('plan.evidence.count', { count: evidence.length })}</p>
      <EvidenceList visit={visit} evidence={evidence} />
    </section>
  )
}

interface FieldsProps extends Answered {
  visit: Visit
  options: ToPointAt
}

/** The fields of a form by which an update points at what shows it. */
export function EvidenceFields(props: FieldsProps) {
  const { visit, options } = props
  const { t, language } = visit
  const mistakes = props.mistakes ?? {}
  const picked = (name: 'event' | 'material' | 'partnership') => ({
    ...{ t, name, label: t(`plan.evidence.field.${name}`), none: t('plan.evidence.none') },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name), required: false },
  })
  return (
    <Folded
      summary={t('plan.evidence.add')}
      open={Object.keys(mistakes).length > 0 || props.refusal !== undefined}
    >
      <Select
        {...picked('event')}
        options={options.events.map(({ id, title, starts_at }) => ({
          ...{ value: id, label: `${shortDate(language, starts_at)}: ${inLanguage(title, language)}` },
        }))}
      />
      <Select
        {...picked('material')}
        options={options.materials.map(({ id, title }) => ({
          value: id,
          label: inLanguage(title, language),
        }))}
      />
      <Select
        {...picked('partnership')}
        options={options.partnerships.map(({ id, title }) => ({
          value: id,
          label: inLanguage(title, language),
        }))}
      />
      <NumberFields {...props} />
    </Folded>
  )
}

/** A number with what it counts, and its day. */
function NumberFields(props: FieldsProps) {
  const { t } = props.visit
  return (
    <>
      <TextField
        t={t}
        name="amount"
        inputmode="decimal"
        label={t('plan.evidence.field.amount')}
        hint={t('plan.evidence.hint.amount')}
        value={filledAt(props, 'amount')}
        mistake={mistakeAt(t, props, 'amount')}
        required={false}
      />
      <TextsField
        t={t}
        name="unit"
        label={t('plan.evidence.field.unit')}
        hint={t('plan.evidence.hint.unit')}
        value={textsAt(props, 'unit')}
        mistakes={mistakesInWords(t, props)}
        required={false}
      />
      <TextField
        t={t}
        name="day"
        type="date"
        label={t('plan.evidence.field.day')}
        value={filledAt(props, 'day')}
        mistake={mistakeAt(t, props, 'day')}
        required={false}
      />
    </>
  )
}
