import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Checks,
  Choice,
  filledAt,
  LongTextField,
  mistakeAt,
  mistakesInWords,
  seenAt,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Card } from '#platform/ui/parts.tsx'
import { nameInOffice, seatName } from '../seats/seat-names.ts'
import type { LoadedMeeting } from './load-meeting.ts'
import { MeetingForm } from './meeting-forms.page.tsx'
import type { Correction } from './minutes.sql.ts'

type Props = Answered & { visit: Visit; loaded: LoadedMeeting }

/** What was said, and who was there. */
export function WriteMinutesPage(props: Props) {
  const { visit, loaded } = props
  const { t } = visit
  return (
    <MeetingForm
      {...props}
      title={t('steering-group.minutes.write')}
      lead={t('steering-group.minutes.lead')}
      button={t('steering-group.minutes.button')}
    >
      <input type="hidden" name="seen" value={seenAt(props, loaded.meeting.said_changed_at ?? '')} />
      <Checks
        t={t}
        name="present"
        label={t('steering-group.minutes.present')}
        hint={t('steering-group.minutes.present-hint')}
        values={props.filled ? ticked(props, 'present') : loaded.present}
        options={loaded.members.map((one) => ({
          value: one.id,
          label: `${memberName(visit, one)}, ${seatName(visit, one)}`,
        }))}
      />
      <TextsField
        t={t}
        name="said"
        label={t('steering-group.minutes.said')}
        hint={t('steering-group.minutes.said-hint')}
        value={textsAt(props, 'said', loaded.meeting.said)}
        mistakes={mistakesInWords(t, props)}
        rows={8}
        required={false}
      />
    </MeetingForm>
  )
}

function memberName(visit: Visit, one: LoadedMeeting['members'][number]): string {
  const name = nameInOffice(visit, one)
  return one.kind === 'deputy' && one.person_name ? visit.t('steering-group.deputy', { name }) : name
}

/** Taken in, or not and why. */
export function AnswerCorrectionPage(props: Props & { correction: Correction }) {
  const { visit, correction } = props
  const { t } = visit
  return (
    <MeetingForm
      {...props}
      title={t('steering-group.correction.answer-title')}
      lead={t('steering-group.correction.answer-lead')}
      button={t('steering-group.correction.answer-button')}
    >
      <Card tinted>
        <p>{correction.words}</p>
      </Card>
      <Choice
        t={t}
        name="answer"
        label={t('steering-group.correction.answer')}
        value={filledAt(props, 'answer')}
        mistake={mistakeAt(t, props, 'answer')}
        options={(['taken-in', 'not-taken-in'] as const).map((value) => ({
          value,
          label: t(`steering-group.correction.answer-${value}`),
        }))}
      />
      <LongTextField
        t={t}
        name="because"
        label={t('steering-group.correction.because')}
        value={filledAt(props, 'because')}
        mistake={mistakeAt(t, props, 'because')}
        required={false}
        rows={3}
      />
    </MeetingForm>
  )
}
