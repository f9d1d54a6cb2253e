import type { Answered } from '#platform/form.ts'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Checks, Folded, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { untilInWords } from '../sign-up/until-words.ts'
import type { ApplicationRow } from './applications.sql.ts'
import type { AttendanceRow } from './attendance.sql.ts'
import { becauseInWords } from './because-words.ts'
import type { CourseRow, Session } from './courses.sql.ts'
import { titleOf } from './course-words.ts'
import type { ChoiceRow } from './selection.sql.ts'

export interface GroupProps extends Answered {
  visit: Visit
  course: CourseRow
  sessions: readonly Session[]
  applications: readonly ApplicationRow[]
  choices: readonly ChoiceRow[]
  attendance: readonly AttendanceRow[]
  /** The addresses of those let in at the door, by session; a proposal until attendance is marked. */
  letIn: ReadonlyMap<string, readonly string[]>
}

/** The group after it was decided: who has answered what, who waits, who came when. */
export function GroupPage(props: GroupProps) {
  const { visit, course, choices } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('co-creating-change.group.title')}
      trail={[
        {
          href: visit.to(`/office/series/co-creating-change/courses/${course.id}`),
          label: titleOf(t, course),
        },
      ]}
      wrong={problems.length > 0}
      wide
    >
      <Problems visit={visit} list={problems} />
      {course.decided_at === null ? (
        <Empty>{t('co-creating-change.group.not-decided')}</Empty>
      ) : (
        <>
          <Answers {...props} />
          <Attendance {...props} />
          <Folded summary={t('co-creating-change.group.why')}>
            <ul>
              {choices.map((choice) => (
                <Why {...props} choice={choice} />
              ))}
            </ul>
          </Folded>
        </>
      )}
    </Page>
  )
}

/** Places first, then the lists of substitutes in their order, then all others. */
const order = ['accepted', 'offered', 'substitute', 'declined', 'expired', 'withdrawn', 'not-chosen']

function Answers({ visit: { t, now }, course, applications }: GroupProps) {
  const listed = applications
    .filter(({ state, forgotten_at }) => order.includes(state) && forgotten_at === null)
    .toSorted(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.line ?? '').localeCompare(b.line ?? '') ||
        (a.line_place ?? 0) - (b.line_place ?? 0) ||
        a.name.localeCompare(b.name, t.language),
    )
  const wiped = applications.filter(({ forgotten_at }) => forgotten_at !== null).length
  return (
    <>
      <p>{t('co-creating-change.office.taken-of', { taken: course.places_taken, places: course.places })}</p>
      {wiped > 0 && <p>{t('co-creating-change.group.wiped', { count: wiped })}</p>}
      {listed.length > 0 && (
        <DataTable
          caption={t('co-creating-change.group.answers')}
          head={[t('co-creating-change.check.name'), t('co-creating-change.office.state')]}
          rows={listed.map(({ name, state, offered_until: until, line, line_place: place }) => [
            name,
            t(`co-creating-change.group.state-${state}`, {
              until: until ? untilInWords(t, until, now) : '',
              line: line ? t(`co-creating-change.whose.${line}`) : '',
              place: place ?? 0,
            }),
          ])}
        />
      )}
    </>
  )
}

function Why({ visit: { t }, applications, choice }: GroupProps & { choice: ChoiceRow }) {
  const row = applications.find(({ id }) => id === choice.application_id)
  if (!row || row.forgotten_at !== null) return null
  return (
    <li>
      <strong>{row.name}</strong>: {becauseInWords(t, choice.because)}
    </li>
  )
}

function Attendance(props: GroupProps) {
  const { visit, sessions, attendance, course } = props
  const { t, now, language } = visit
  const everybody = props.applications.filter(({ state }) => state === 'accepted')
  const group = everybody
    .filter(({ forgotten_at }) => forgotten_at === null)
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
  if (sessions.length === 0 || group.length === 0) return null
  const came = (event: string, person: string): boolean =>
    attendance.some(({ event_id, application_id }) => event_id === event && application_id === person)
  return (
    <>
      <h2>{t('co-creating-change.group.attendance')}</h2>
      <p>{t('co-creating-change.attended-when', { min: course.sessions_min, all: sessions.length })}</p>
      <DataTable
        caption={t('co-creating-change.group.attendance')}
        captionUnseen
        head={[
          t('co-creating-change.check.name'),
          ...sessions.map(({ starts_at }) => dateInWords(language, localDate(starts_at))),
          t('co-creating-change.group.sum'),
        ]}
        rows={group.map(({ id, name }) => [
          name,
          ...sessions.map((session) =>
            session.starts_at > now
              ? '–'
              : t(`co-creating-change.group.${came(session.id, id) ? 'came' : 'missing'}`),
          ),
          String(sessions.filter((session) => came(session.id, id)).length),
        ])}
      />
      {sessions
        // Once some are forgotten nothing is marked any more: what stands of them would go.
        .filter(({ starts_at }) => starts_at <= now && group.length === everybody.length)
        .map((session) => (
          <Marking {...props} session={session} group={group} />
        ))}
    </>
  )
}

interface MarkingProps extends GroupProps {
  session: Session
  group: readonly ApplicationRow[]
}

/** Those let in at the door are ticked beforehand, until somebody has marked the session. */
function Marking({ visit: { t, language }, session, group, attendance, letIn }: MarkingProps) {
  const marked = attendance.filter(({ event_id }) => event_id === session.id)
  const atDoor = letIn.get(session.id) ?? []
  const values =
    marked.length > 0
      ? marked.map(({ application_id }) => application_id)
      : group.filter(({ email }) => email !== null && atDoor.includes(email)).map(({ id }) => id)
  const title = `${dateInWords(language, localDate(session.starts_at))}: `
  return (
    <Folded
      summary={
        <>
          {t('co-creating-change.group.mark')} {title}
          <Text of={session.title} t={t} />
        </>
      }
    >
      <Form>
        <input type="hidden" name="session" value={session.id} />
        <Checks
          t={t}
          name="present"
          label={t('co-creating-change.group.who-came')}
          hint={marked.length === 0 && atDoor.length > 0 && t('co-creating-change.group.from-door')}
          options={group.map(({ id, name }) => ({ value: id, label: name }))}
          values={values}
        />
        <SubmitButton>{t('co-creating-change.group.save')}</SubmitButton>
      </Form>
    </Folded>
  )
}
