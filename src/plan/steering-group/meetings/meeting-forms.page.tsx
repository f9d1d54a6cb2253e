import type { Child } from 'hono/jsx'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate, localTime } from '#platform/time.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { officeTrail } from '../office-group.page.tsx'
import type { LoadedMeeting } from './load-meeting.ts'
import { meetingTrail } from './meeting-desk.page.tsx'

interface FrameProps extends Answered {
  visit: Visit
  loaded: LoadedMeeting | null
  title: string
  lead: string
  button: string
  children?: Child
}

/** A form of a meeting, with the way back to it. */
export function MeetingForm(props: FrameProps) {
  const { visit, loaded, title, lead, button, children } = props
  const problems = problemsOf(visit.t, props)
  return (
    <Page
      visit={visit}
      title={title}
      lead={lead}
      trail={loaded ? meetingTrail(visit, loaded) : officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        {children}
        <SubmitButton>{button}</SubmitButton>
      </Form>
    </Page>
  )
}

type Props = Answered & { visit: Visit; loaded: LoadedMeeting | null }

/** When and where; null for a new meeting. */
export function EditMeetingPage(props: Props) {
  const { visit, loaded } = props
  const { t } = visit
  const meeting = loaded?.meeting
  const field = (name: 'date' | 'starts' | 'ends' | 'place', stored?: string | null) => ({
    ...{ t, name, label: t(`steering-group.meeting.field-${name}`) },
    ...{ value: filledAt(props, name) ?? stored, mistake: mistakeAt(t, props, name) },
  })
  return (
    <MeetingForm
      {...props}
      title={t(meeting ? 'steering-group.meeting.edit' : 'steering-group.office.new-meeting')}
      lead={t('steering-group.meeting.lead')}
      button={t('steering-group.save')}
    >
      {!meeting && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
      <TextField {...field('date', meeting && localDate(meeting.starts_at))} type="date" />
      <TextField {...field('starts', meeting && localTime(meeting.starts_at))} type="time" />
      <TextField {...field('ends', meeting && localTime(meeting.ends_at))} type="time" />
      <TextField {...field('place', meeting?.place)} required={false} />
    </MeetingForm>
  )
}

export function CancelMeetingPage(props: Props) {
  const { visit } = props
  const { t } = visit
  return (
    <MeetingForm
      {...props}
      title={t('steering-group.meeting.cancel')}
      lead={t('steering-group.meeting.cancel-lead')}
      button={t('steering-group.meeting.cancel-button')}
    >
      <TextsField
        t={t}
        name="reason"
        label={t('steering-group.meeting.cancel-reason')}
        value={textsAt(props, 'reason')}
        mistakes={mistakesInWords(t, props)}
      />
    </MeetingForm>
  )
}
