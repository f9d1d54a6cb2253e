import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import {
  filledAt,
  mistakeAt,
  mistakesInWords,
  seenAt,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { answerDays, answerDaysMax } from './revision.rules.ts'
import { revisionTitle } from './revision-title.ts'
import type { IntoRevision } from './take-proposal.ts'

export interface ProposeProps extends Answered {
  visit: Visit
  /** Of the revision, made when the form is shown. */
  revisionId: string
  /** What is suggested. */
  reason?: Texts | undefined
  /** The revision that this becomes a part of; it has its reason and its last day already. */
  into?: IntoRevision | undefined
}

/** Why something is proposed, and until when the others may answer; and the buttons that end the form. */
export function ProposeFields(props: ProposeProps) {
  const { visit, revisionId, reason, into } = props
  const { t } = visit
  if (into) return <IntoFields {...props} into={into} />
  return (
    <>
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
      <div class="row">
        <SubmitButton name="do" value="propose">
          {t('revisions.propose.button')}
        </SubmitButton>
        <SubmitButton variant="secondary" name="do" value="draft">
          {t('revisions.propose.draft')}
        </SubmitButton>
      </div>
    </>
  )
}

function IntoFields(props: ProposeProps & { into: IntoRevision }) {
  const { visit, into } = props
  const { t } = visit
  const { number, state, version } = into.revision
  const title = revisionTitle(t, into.revision, into.changes)
  return (
    <>
      <input type="hidden" name="seen" value={seenAt(props, String(version))} />
      <p>{t('revisions.into.says', { number, title })}</p>
      {state === 'proposed' && <Notice>{t('revisions.edit.answers-lost')}</Notice>}
      <SubmitButton>{t('revisions.into.button', { number })}</SubmitButton>
    </>
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
