import { dateAndTime, longDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, Facts, LinkButton } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { officeTrail } from '../office-group.page.tsx'
import type { LoadedMeeting } from './load-meeting.ts'
import { isApproved, meetingPath, TakeAway } from './meeting-desk.page.tsx'
import { Agenda } from './meeting-parts.page.tsx'
import { MinutesPart } from './minutes-desk.page.tsx'
import { MeetingTag } from './meetings-part.page.tsx'

interface Props extends Answered {
  visit: Visit
  loaded: LoadedMeeting
}

/** A meeting on the coordinators' desk: its agenda, what was decided, and the next step of its minutes. */
export function OfficeMeetingPage(props: Props) {
  const { visit, loaded } = props
  const { t, language, now } = visit
  const { meeting } = loaded
  const problems = problemsOf(t, props)
  const at = (part: string): string => visit.to(`${meetingPath(meeting.id)}/${part}`)
  return (
    <Page
      visit={visit}
      title={t('steering-group.meeting.title', { date: longDate(language, meeting.starts_at) })}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p class="state-line">
        <MeetingTag visit={visit} meeting={meeting} />
      </p>
      {meeting.cancelled_at && <LongText of={meeting.cancel_reason} t={t} />}
      <Facts
        rows={[
          [t('steering-group.mail.when'), dateAndTime(language, meeting.starts_at, meeting.ends_at)],
          [t('steering-group.mail.place'), meeting.place],
          [t('steering-group.meeting.called-by'), inLanguage(meeting.party_name, language)],
        ]}
      />
      {meeting.starts_at > now && !meeting.cancelled_at && (
        <Actions>
          <LinkButton variant="secondary" href={at('edit')}>
            {t('steering-group.meeting.edit')}
          </LinkButton>
          <LinkButton variant="secondary" href={at('cancel')}>
            {t('steering-group.meeting.cancel')}
          </LinkButton>
        </Actions>
      )}
      <AgendaPart {...props} />
      {meeting.starts_at <= now && !meeting.cancelled_at && <MinutesPart {...props} />}
      <Actions>
        <LinkButton variant="tertiary" href={visit.to(`/steering-group/meetings/${meeting.id}`)}>
          {t('steering-group.office.public')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

function AgendaPart(props: Props) {
  const { visit, loaded } = props
  const { t, now } = visit
  const { meeting } = loaded
  const at = (part: string): string => visit.to(`${meetingPath(meeting.id)}/${part}`)
  const mayChange = !isApproved(props) && !meeting.cancelled_at
  return (
    <section class="stack" aria-labelledby="agenda">
      <h2 id="agenda">{t('steering-group.agenda')}</h2>
      {loaded.items.length === 0 && <Empty>{t('steering-group.no-agenda')}</Empty>}
      <Agenda
        visit={visit}
        loaded={loaded}
        actionsOf={(item) =>
          mayChange && (
            <div class="row">
              {item.about_kind === 'focus-year' && meeting.starts_at <= now && (
                <a href={at(`items/${item.id}`)}>{t('steering-group.weigh.link')}</a>
              )}
              <TakeAway visit={visit} action={at('items')} name="item" value={item.id} />
            </div>
          )
        }
      />
      {mayChange && (
        <Actions>
          <LinkButton variant="secondary" href={at('items')}>
            {t('steering-group.item.new')}
          </LinkButton>
        </Actions>
      )}
    </section>
  )
}
