import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import { AboutApplicant } from './about-applicant.page.tsx'
import { applicationsWipedOn, type CallRefusal } from './course.rules.ts'
import type { CourseRow } from './courses.sql.ts'
import { TellMe } from './course-parts.page.tsx'
import { lastDayInWords, titleOf } from './course-words.ts'

interface Props extends Answered {
  visit: Visit
  course: CourseRow
  organisations: readonly string[]
}

const trailTo = (visit: Visit, course: CourseRow) => [
  { href: visit.to(`/courses/${course.slug}`), label: titleOf(visit.t, course) },
]

/** An application takes a few minutes, needs no account, and can be changed until the call closes. */
export function ApplyPage({ visit, course, organisations, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('co-creating-change.apply-to', { title: titleOf(t, course) })}
      heading={t('co-creating-change.apply')}
      trail={trailTo(visit, course)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>{t('co-creating-change.apply-lead', { closes: lastDayInWords(t, course) })}</p>
      <Form>
        <AboutApplicant t={t} answered={answered} organisations={organisations} withEmail />
        <KeptHow visit={visit} course={course} />
        <SubmitButton>{t('co-creating-change.send')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** What happens to what is written, and until when. */
export const KeptHow = ({ visit, course }: Pick<Props, 'visit' | 'course'>) => (
  <p class="small">
    {visit.t('co-creating-change.kept', {
      date: dateInWords(visit.language, applicationsWipedOn(course)),
    })}{' '}
    <a href={visit.to('/about/privacy')}>{visit.t('sign-up.form.privacy-link')}</a>
  </p>
)

interface ClosedProps {
  visit: Visit
  course: CourseRow
  refusal: CallRefusal
}

/** Nobody can apply now: why, and what to do instead. */
export function CallClosedPage({ visit, course, refusal }: ClosedProps) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('co-creating-change.apply-to', { title: titleOf(t, course) })}
      heading={t('co-creating-change.apply')}
      trail={trailTo(visit, course)}
    >
      <Notice kind="stopped">
        {t(`co-creating-change.refusal.${refusal}`, { closes: lastDayInWords(t, course) })}
      </Notice>
      <TellMe visit={visit} />
    </Page>
  )
}

interface AppliedProps {
  visit: Visit
  course: CourseRow
  /** The secret of the link in the mail, where no mail is sent. */
  mail: string
}

/** The same for everybody who got this far, also for an address that has applied before. */
export function AppliedPage({ visit, course, mail }: AppliedProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('co-creating-change.applied.title')} trail={trailTo(visit, course)}>
      <Notice kind="waiting">
        <p>
          <strong>{t('co-creating-change.applied.lead')}</strong>
        </p>
        <p>{t('co-creating-change.applied.mail')}</p>
      </Notice>
      {mail && (
        <Notice>
          <p>
            {t('sign-up.done.no-mail-here')}{' '}
            <a href={visit.to(`/applications/${mail}`)}>{t('sign-up.done.open-link')}</a>
          </p>
        </Notice>
      )}
      <p class="small">{t('co-creating-change.applied.no-mail-came')}</p>
      <LinkButton href={visit.to(`/courses/${course.slug}`)} variant="secondary">
        {t('co-creating-change.back')}
      </LinkButton>
    </Page>
  )
}
