import { dateAndTime, longDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { groupTrail } from '../nominations/call.page.tsx'
import type { LoadedMeeting } from './load-meeting.ts'
import { Agenda, Decisions, Present } from './meeting-parts.page.tsx'
import { MeetingTag } from './meetings-part.page.tsx'

interface Props {
  visit: Visit
  loaded: LoadedMeeting
}

const titleOf = ({ visit, loaded }: Props): string =>
  visit.t('steering-group.meeting.title', { date: longDate(visit.language, loaded.meeting.starts_at) })

/** A meeting for everybody: its agenda beforehand, its minutes and decisions once both parties have approved them. */
export function MeetingPage({ visit, loaded }: Props) {
  const { t } = visit
  const { meeting } = loaded
  return (
    <Page visit={visit} title={titleOf({ visit, loaded })} trail={groupTrail(visit)}>
      <Head visit={visit} loaded={loaded} />
      <section class="stack" aria-labelledby="agenda">
        <h2 id="agenda">{t('steering-group.agenda')}</h2>
        {loaded.items.length === 0 && <Empty>{t('steering-group.no-agenda')}</Empty>}
        <Agenda
          visit={visit}
          loaded={meeting.state === 'published' ? loaded : { ...loaded, weighings: [] }}
        />
      </section>
      {meeting.state === 'published' && <Minutes visit={visit} loaded={loaded} />}
      {meeting.state !== 'published' && meeting.ends_at <= visit.now && !meeting.cancelled_at && (
        <Notice>{t('steering-group.minutes.to-come')}</Notice>
      )}
      {visit.member?.party && (
        <Actions>
          <LinkButton variant="secondary" href={visit.to(`/office/steering-group/meetings/${meeting.id}`)}>
            {t('steering-group.meeting.to-office')}
          </LinkButton>
        </Actions>
      )}
    </Page>
  )
}

function Head({ visit, loaded }: Props) {
  const { t, language } = visit
  const { meeting } = loaded
  return (
    <>
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
    </>
  )
}

function Minutes({ visit, loaded }: Props) {
  const { t, language } = visit
  const { meeting, approvals } = loaded
  const parties = new Intl.ListFormat(language).format(
    approvals.map((one) => inLanguage(one.party_name, language)),
  )
  return (
    <section class="stack" aria-labelledby="minutes">
      <h2 id="minutes">{t('steering-group.minutes')}</h2>
      <Present visit={visit} loaded={loaded} />
      <LongText of={meeting.said} t={t} />
      <h3>{t('steering-group.decisions')}</h3>
      {loaded.decisions.length === 0 && <Empty>{t('steering-group.no-decisions')}</Empty>}
      <Decisions visit={visit} loaded={loaded} />
      {meeting.approved_at && (
        <p class="quiet">
          {t('steering-group.minutes.approved-by', {
            parties,
            date: longDate(language, meeting.approved_at),
          })}
        </p>
      )}
    </section>
  )
}

interface MemberProps extends Props, Answered {
  token: string
  termId: string
}

/** The same behind a member's link: the draft, and what this member has said is wrong in it. */
export function MembersMeetingPage(props: MemberProps) {
  const { visit, loaded, token } = props
  const { t } = visit
  const { meeting } = loaded
  const problems = problemsOf(t, props)
  const isDraftShown = meeting.state !== null && meeting.state !== 'draft'
  const isOpen = meeting.state === 'sent' && visit.now < (meeting.corrections_until ?? '')
  return (
    <Page
      visit={visit}
      title={titleOf(props)}
      trail={[
        ...groupTrail(visit),
        { href: visit.to(`/steering-group/mine/${token}`), label: t('steering-group.mine.title') },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Head visit={visit} loaded={loaded} />
      <h2>{t('steering-group.agenda')}</h2>
      {loaded.items.length === 0 && <Empty>{t('steering-group.no-agenda')}</Empty>}
      <Agenda visit={visit} loaded={loaded} />
      {isDraftShown && <Minutes visit={visit} loaded={loaded} />}
      <OwnCorrections {...props} />
      {isOpen && (
        <Form>
          <LongTextField
            t={t}
            name="words"
            label={t('steering-group.correction.words')}
            hint={t('steering-group.correction.hint')}
            value={filledAt(props, 'words')}
            mistake={mistakeAt(t, props, 'words')}
            rows={4}
          />
          <SubmitButton>{t('steering-group.correction.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

function OwnCorrections({ visit, loaded, termId }: MemberProps) {
  const { t } = visit
  const own = loaded.corrections.filter((one) => one.term_id === termId)
  if (own.length === 0) return null
  return (
    <section class="stack-tight" aria-labelledby="corrections">
      <h2 id="corrections">{t('steering-group.corrections.own')}</h2>
      <ul class="lined-list">
        {own.map((one) => (
          <li>
            {one.words}
            <span class="quiet"> {t(`steering-group.correction.answer-${one.answer ?? 'none'}`)}</span>
            {one.because && ` ${one.because}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
