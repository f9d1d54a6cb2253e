import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { filledAt, mistakeAt, mistakesInWords, TextField, TextsField, textsAt } from '#platform/ui/form.tsx'
import { answerDays, answerDaysMax } from './revision.rules.ts'

interface Props extends Answered {
  visit: Visit
  /** Of the revision, made when the form is shown. */
  revisionId: string
  /** What is suggested. */
  reason?: Texts | undefined
}

/** Why something is proposed, and until when the others may answer. */
export function ProposeFields(props: Props) {
  const { visit, revisionId, reason } = props
  const { t } = visit
  return (
    <fieldset class="stack">
      <legend>{t('revisions.propose.legend')}</legend>
      <p>{t('revisions.propose.says')}</p>
      <input type="hidden" name="revision" value={filledAt(props, 'revision') ?? revisionId} />
      <TextsField
        t={t}
        name="reason"
        label={t('revisions.fact.reason')}
        hint={t('revisions.propose.reason-hint')}
        value={textsAt(props, 'reason', reason)}
        mistakes={mistakesInWords(t, props)}
        rows={3}
      />
      <LastDayField {...props} />
    </fieldset>
  )
}

/** The last day for answers; four weeks from today unless something else is said. */
export function LastDayField(props: Answered & { visit: Visit; value?: string | null }) {
  const { visit, value } = props
  const { t } = visit
  const today = localDate(visit.now)
  return (
    <TextField
      t={t}
      name="decide_by"
      type="date"
      label={t('revisions.fact.last-day')}
      hint={t('revisions.propose.last-day-hint')}
      min={today}
      max={datePlus(today, answerDaysMax)}
      value={filledAt(props, 'decide_by') ?? value ?? datePlus(today, answerDays)}
      mistake={mistakeAt(t, props, 'decide_by')}
    />
  )
}
