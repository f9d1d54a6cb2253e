import { dayAndMonth } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate, localTime } from '#platform/time.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { refusalToUndo } from './day.rules.ts'
import type { Forum } from './load-forum.ts'
import { stepToUndo } from './seating.rules.ts'
import { placeNamed } from './seating-words.ts'
import type { StepRow } from './seating.sql.ts'

interface Props {
  visit: Visit
  isReadOnly: boolean
  forum: Forum
  steps: readonly StepRow[]
  names: ReadonlyMap<string, string>
  base: string
}

const shownMax = 5

/** What was done last, by whom; the last change of seats can be taken back. */
export function LastSteps({ visit, isReadOnly, forum, steps, names, base }: Props) {
  const { t } = visit
  const undo = stepToUndo(steps)
  return (
    <section>
      <h2>{t('seating.steps.title')}</h2>
      <Steps visit={visit} forum={forum} steps={steps.slice(-shownMax).toReversed()} names={names} />
      {undo && !isReadOnly && refusalToUndo(undo.kind, forum.begun) === null && (
        <form method="post" action={visit.to(`${base}/undo`)}>
          <input type="hidden" name="version" value={String(undo.version)} />
          <SubmitButton variant="secondary">{t(`seating.undo.${undo.kind}`)}</SubmitButton>
        </form>
      )}
    </section>
  )
}

/** Steps in sentences. */
export function Steps({ visit, forum, steps, names }: Omit<Props, 'base' | 'isReadOnly'>) {
  return (
    <ul class="seating-steps">
      {steps.map((step) => (
        <li>
          <span class="quiet small numbers">{whenOf(visit, step)}</span>{' '}
          {stepInWords(visit, forum, step, names)}
        </li>
      ))}
    </ul>
  )
}

export const whenOf = ({ language }: Visit, { at }: StepRow): string =>
  `${dayAndMonth(language, localDate(at))} ${localTime(at)}`

export function stepInWords(
  { t }: Visit,
  { tables }: Forum,
  { kind, seats, by_name }: StepRow,
  names: ReadonlyMap<string, string>,
): string {
  const [[round, id, from, to] = [0, '', null, null] as const, [, other] = [0, ''] as const] = seats
  return t(`seating.step.${kind}`, {
    ...{ by: by_name ?? '', count: seats.length, round },
    ...{ name: names.get(id) ?? '', other: names.get(other) ?? '' },
    ...{ from: placeNamed(t, tables, from), to: placeNamed(t, tables, to) },
  })
}
