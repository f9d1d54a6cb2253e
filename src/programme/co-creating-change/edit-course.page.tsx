import { longDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Checks,
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
import { Notice } from '#platform/ui/parts.tsx'
import type { CourseRow, Session } from './courses.sql.ts'
import { stateInWords, titleOf } from './course-words.ts'
import { home } from './office-courses.page.tsx'

interface EditProps extends Answered {
  visit: Visit
  /** Null for a new one. */
  course: CourseRow | null
  sessions: readonly Session[]
  /** Events of the series that are a session of it, or may become one. */
  possible: readonly (Pick<Session, 'id' | 'title' | 'starts_at'> & { course_id: string | null })[]
}

/** One course: what it says, when its call is open, which events are its sessions, and the way to what is done with it. */
export function EditCoursePage(props: EditProps) {
  const { visit, course } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={course ? titleOf(t, course) : t('co-creating-change.office.new')}
      trail={[
        { href: visit.to(home), label: t('co-creating-change.title') },
        { href: visit.to(`${home}/courses`), label: t('co-creating-change.office.courses') },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {course && <Standing visit={visit} course={course} sessions={props.sessions} />}
      {course && <h2>{t('co-creating-change.office.edit')}</h2>}
      <Form>
        {!course && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
        <CourseFields {...props} />
        <SubmitButton name="do" value="save">
          {t('co-creating-change.office.save')}
        </SubmitButton>
      </Form>
      {course && <SessionsForm {...props} />}
    </Page>
  )
}

function Standing({
  visit,
  course,
  sessions,
}: {
  visit: Visit
  course: CourseRow
  sessions: EditProps['sessions']
}) {
  const { t } = visit
  const at = visit.to(`${home}/courses/${course.id}`)
  return (
    <>
      <Notice>
        <p>{stateInWords(visit, course, sessions).words}</p>
        {sessions.length < course.sessions_min && (
          <p>
            {t('co-creating-change.office.few-sessions', { min: course.sessions_min, all: sessions.length })}
          </p>
        )}
      </Notice>
      <ul>
        {course.published_at !== null && (
          <li>
            <a href={visit.to(`/courses/${course.slug}`)}>{t('co-creating-change.office.public-page')}</a>
          </li>
        )}
        <li>
          <a href={`${at}/selection`}>{t('co-creating-change.selection.title')}</a>
        </li>
        <li>
          <a href={`${at}/group`}>{t('co-creating-change.group.title')}</a>
        </li>
      </ul>
      {course.published_at === null && (
        <Form>
          <SubmitButton name="do" value="publish">
            {t('co-creating-change.office.publish')}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}

function CourseFields(props: EditProps) {
  const { t } = props.visit
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
    label: t(`co-creating-change.field.${name}`),
  })
  const number = (name: string) => ({
    ...field(name),
    ...{ inputmode: 'numeric' as const, size: 4, hint: t(`co-creating-change.hint.${name}`) },
  })
  const mistakes = mistakesInWords(t, props)
  return (
    <>
      <TextsField
        {...{ t, name: 'title', label: t('co-creating-change.field.title'), mistakes }}
        value={textsAt(props, 'title')}
      />
      <TextsField
        {...{ t, name: 'about', label: t('co-creating-change.field.about'), mistakes }}
        value={textsAt(props, 'about')}
        rows={5}
        required={false}
      />
      <TextField {...field('opens')} type="date" />
      <TextField {...field('closes')} type="date" hint={t('co-creating-change.hint.closes')} />
      <TextField {...number('places')} />
      <TextField {...number('organisation_max')} />
      <TextField {...number('sessions_min')} />
      <TextField {...number('answer_days')} />
    </>
  )
}

function SessionsForm({ visit, course, possible }: EditProps) {
  const { t, language } = visit
  return (
    <>
      <h2>{t('co-creating-change.sessions')}</h2>
      <p>
        {t('co-creating-change.office.sessions-lead')}{' '}
        <a href={visit.to('/office/events/new')}>{t('co-creating-change.office.new-event')}</a>
      </p>
      {possible.length > 0 && (
        <Form>
          <Checks
            t={t}
            name="sessions"
            label={t('co-creating-change.office.which-sessions')}
            options={possible.map(({ id, title, starts_at }) => ({
              value: id,
              label: `${longDate(language, starts_at)}: ${title[language] ?? title.sv ?? ''}`,
            }))}
            values={possible.filter((one) => one.course_id === course?.id).map(({ id }) => id)}
          />
          <SubmitButton name="do" value="sessions" variant="secondary">
            {t('co-creating-change.office.save-sessions')}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}
