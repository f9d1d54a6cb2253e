import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { PledgeState } from './pledge.rules.ts'
import type { Step } from './pledges.sql.ts'

const kinds: Record<PledgeState, TagKind> = {
  received: 'waiting',
  talk: 'waiting',
  agreed: 'good',
  given: 'good',
  thanked: 'good',
  declined: 'stopped',
  withdrawn: 'stopped',
}

export const PledgeTag = ({ visit: { t }, state }: { visit: Visit; state: PledgeState }) => (
  <Tag kind={kinds[state]}>{t(`partners.state.${state}`)}</Tag>
)

interface Props {
  visit: Visit
  steps: readonly Step[]
  /** In which language the words were written. */
  language: string
  confirmedAt: string | null
}

/** How a pledge went on, for its giver and for the office alike. */
export function PledgeSteps({ visit, steps, language, confirmedAt }: Props) {
  const { t } = visit
  const day = (at: string): string => dateInWords(t.language, localDate(at))
  return (
    <ol class="lined-list" aria-label={t('partners.steps.title')}>
      {confirmedAt && (
        <li>
          <strong>{t('partners.state.received')}</strong> <span class="quiet">{day(confirmedAt)}</span>
        </li>
      )}
      {steps.map(({ kind, at, by, reason, words }) => (
        <li>
          <p>
            <strong>{t(`partners.state.${kind}`)}</strong>{' '}
            <span class="quiet">
              {t('partners.steps.by', { day: day(at), name: by ?? t('partners.giver') })}
            </span>
          </p>
          {reason && <p>{t(`partners.reason.${reason}`)}</p>}
          {words && (
            <p class="prose" lang={language}>
              {words}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
