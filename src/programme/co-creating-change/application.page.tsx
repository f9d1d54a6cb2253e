import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Folded, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, LinkButton, Notice, type NoticeKind } from '#platform/ui/parts.tsx'
import { untilInWords } from '../sign-up/until-words.ts'
import { AboutApplicant } from './about-applicant.page.tsx'
import type { ApplicationRow } from './applications.sql.ts'
import { KeptHow } from './apply.page.tsx'
import {
  type ApplicationState,
  type CertificateRefusal,
  isOn,
  participantsWipedOn,
  refusalToApply,
} from './course.rules.ts'
import type { CourseRow, Session } from './courses.sql.ts'
import { NextCourse, Sessions } from './course-parts.page.tsx'
import { lastDayInWords, titleOf } from './course-words.ts'

interface Props extends Answered {
  visit: Visit
  course: CourseRow
  sessions: readonly Session[]
  application: ApplicationRow
  /** The number on the certificate, once there is one. */
  certificate: string | null
  certificateRefusal: CertificateRefusal | null
  attended: number
  organisations: readonly string[]
  /** Another course whose call is open now, if there is one. */
  open: CourseRow | null
  token: string
}

/** Where one application stands, and what its sender can do about it. Opening the page changes nothing. */
export function ApplicationPage(props: Props) {
  const { visit, course, application, sessions } = props
  const { t, now } = visit
  const problems = problemsOf(t, props)
  const { state } = application
  const canChange = (state === 'applied' || state === 'unconfirmed') && !refusalToApply(course, now)
  return (
    <Page
      visit={visit}
      title={t('co-creating-change.own.title', { title: titleOf(t, course) })}
      heading={titleOf(t, course)}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/courses/${course.slug}`), label: t('co-creating-change.back') }]}
    >
      <Problems visit={visit} list={problems} />
      <Notice kind={kinds[state]}>{standing(props)}</Notice>
      <Question {...props} />
      {state === 'accepted' && <Participant {...props} />}
      {state !== 'accepted' && isOn(state) && sessions.length > 0 && (
        <>
          <h2>{t('co-creating-change.sessions')}</h2>
          <Sessions visit={visit} sessions={sessions} />
        </>
      )}
      {canChange && <Change {...props} />}
      {isOn(state) && state !== 'offered' && <Withdraw {...props} />}
      {!isOn(state) && <NextCourse visit={visit} open={props.open} />}
    </Page>
  )
}

const kinds: Record<ApplicationState, NoticeKind> = {
  unconfirmed: 'waiting',
  applied: 'good',
  offered: 'waiting',
  accepted: 'good',
  substitute: 'waiting',
  'not-chosen': 'plain',
  declined: 'plain',
  expired: 'plain',
  withdrawn: 'plain',
}

/** Where it stands, in a sentence. */
function standing({ visit: { t, now }, course, application }: Props): string {
  const { state, offered_until: until, line, line_place: place } = application
  return t(`co-creating-change.own.${state}`, {
    until: until ? untilInWords(t, until, now) : '',
    place: place ?? 0,
    line: line ? t(`co-creating-change.whose.${line}`) : '',
    closes: lastDayInWords(t, course),
  })
}

/** The one question that is open: is this you, do you take the place? */
function Question({ visit: { t }, application: { state } }: Props) {
  if (state !== 'unconfirmed' && state !== 'offered') return null
  return (
    <Form>
      <Actions>
        <SubmitButton name="do" value={state === 'offered' ? 'accept' : 'confirm'}>
          {t(`co-creating-change.own.do-${state === 'offered' ? 'accept' : 'confirm'}`)}
        </SubmitButton>
        {state === 'offered' && (
          <SubmitButton name="do" value="withdraw" variant="secondary">
            {t('co-creating-change.own.do-decline')}
          </SubmitButton>
        )}
      </Actions>
    </Form>
  )
}

/** For those who take the course: when they meet, the certificate, and whether they want to be found afterwards. */
function Participant(props: Props) {
  const { visit, course, sessions, certificate, attended, token } = props
  const { t, language } = visit
  const wipedOn = participantsWipedOn(course, sessions)
  const values = { min: course.sessions_min, attended }
  return (
    <>
      <h2>{t('co-creating-change.sessions')}</h2>
      <Sessions visit={visit} sessions={sessions} />
      <h2>{t('co-creating-change.certificate.title')}</h2>
      <p>
        {certificate
          ? t('co-creating-change.certificate.ready', { number: certificate })
          : t(`co-creating-change.certificate.${props.certificateRefusal ?? 'soon'}`, values)}
      </p>
      {certificate && (
        <LinkButton href={visit.to(`/applications/${token}/certificate.pdf`)}>
          {t('co-creating-change.certificate.open')}
        </LinkButton>
      )}
      <Listing {...props} />
      {wipedOn && (
        <p class="small">
          {t('co-creating-change.kept-participant', { date: dateInWords(language, wipedOn) })}
        </p>
      )}
    </>
  )
}

/** The list of those who took the course: asked of those alone who may stand on it. */
function Listing({ visit: { t }, application, certificateRefusal }: Props) {
  const isListed = application.alumni_since !== null
  if (certificateRefusal !== null && !isListed) return null
  return (
    <>
      <h2>{t('co-creating-change.alumni.question')}</h2>
      <p>{t(`co-creating-change.alumni.${isListed ? 'is-listed' : 'not-listed'}`)}</p>
      <Form>
        <SubmitButton variant="secondary" name="do" value={isListed ? 'alumni-out' : 'alumni-in'}>
          {t(`co-creating-change.alumni.${isListed ? 'leave' : 'join'}`)}
        </SubmitButton>
      </Form>
    </>
  )
}

const Change = ({ visit, course, organisations, ...answered }: Props) => (
  <>
    <h2>{visit.t('co-creating-change.own.change')}</h2>
    <Form>
      <AboutApplicant t={visit.t} answered={answered} organisations={organisations} />
      <KeptHow visit={visit} course={course} />
      <SubmitButton name="do" value="change">
        {visit.t('co-creating-change.own.save')}
      </SubmitButton>
    </Form>
  </>
)

const Withdraw = ({ visit: { t }, application }: Props) => (
  <Folded summary={t('co-creating-change.own.withdraw-title')}>
    <Form>
      <p>
        {t(`co-creating-change.own.withdraw-${application.state === 'accepted' ? 'place' : 'application'}`)}
      </p>
      <SubmitButton name="do" value="withdraw" variant="secondary" danger>
        {t('co-creating-change.own.do-withdraw')}
      </SubmitButton>
    </Form>
  </Folded>
)
