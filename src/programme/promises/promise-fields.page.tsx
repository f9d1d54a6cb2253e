import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { mistakesInWords, seenAt, TextsField, textsAt } from '#platform/ui/form.tsx'
import type { SeriesRow } from '../tables.ts'
import type { ComingEvent } from './counts.sql.ts'
import type { SeriesPromise } from './promises.sql.ts'
import { asSeen, type PlanPeriod } from './set-promise.ts'

export interface OfficePromiseProps extends Answered {
  visit: Visit
  series: SeriesRow
  promises: readonly SeriesPromise[]
  /** Those too that were taken back. */
  history: readonly SeriesPromise[]
  coming: readonly ComingEvent[]
  plans: readonly PlanPeriod[]
  saved?: boolean
}

/** How the promises stood when the form was opened; whoever was refused has now seen how they stand. */
export const Seen = (props: OfficePromiseProps) => (
  <input type="hidden" name="seen" value={seenAt(props, asSeen(props.promises))} />
)

export const ReasonField = ({ name, ...props }: OfficePromiseProps & { name: 'reason' | 'end_reason' }) => (
  <TextsField
    t={props.visit.t}
    name={name}
    label={props.visit.t(`promises.field.${name}`)}
    hint={props.visit.t('promises.hint.reason')}
    rows={2}
    value={textsAt(props, name, {})}
    mistakes={mistakesInWords(props.visit.t, props)}
  />
)
