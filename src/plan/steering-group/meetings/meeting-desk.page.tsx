import { longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { officeTrail } from '../office-group.page.tsx'
import type { LoadedMeeting } from './load-meeting.ts'

export const meetingPath = (id: string): string => `/office/steering-group/meetings/${id}`

export const meetingTrail = (visit: Visit, { meeting }: LoadedMeeting) => [
  ...officeTrail(visit),
  {
    href: visit.to(meetingPath(meeting.id)),
    label: visit.t('steering-group.meeting.title', { date: longDate(visit.language, meeting.starts_at) }),
  },
]

export const isApproved = ({ loaded }: { loaded: LoadedMeeting }): boolean =>
  loaded.meeting.state === 'approved' || loaded.meeting.state === 'published'

/** A button that takes one line away, named after it for those who listen. */
export function TakeAway({
  visit,
  action,
  name,
  value,
}: {
  visit: Visit
  action: string
  name: string
  value: string
}) {
  return (
    <Form action={action}>
      <SubmitButton variant="tertiary" danger name={name} value={value}>
        {visit.t('steering-group.take-away')}
      </SubmitButton>
    </Form>
  )
}
