import type { Visit } from '#platform/http.ts'
import { Card, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { CourseRow, Session } from './courses.sql.ts'
import { stateInWords } from './course-words.ts'

interface Props {
  visit: Visit
  courses: readonly { course: CourseRow; sessions: readonly Session[] }[]
}

/** On the page of the series: each course with where it stands, the next one first. */
export function CoursesSection({ visit, courses }: Props) {
  const { t } = visit
  if (courses.length === 0) return null
  return (
    <section class="stack" aria-labelledby="courses">
      <h2 id="courses">{t('co-creating-change.courses')}</h2>
      {courses.map(({ course, sessions }) => {
        const { state, words } = stateInWords(visit, course, sessions)
        return (
          <Card
            href={visit.to(`/courses/${course.slug}`)}
            title={<Text of={course.title} t={t} />}
            tinted={state === 'open'}
          >
            <p>{words}</p>
            {state === 'open' && (
              <LinkButton href={visit.to(`/courses/${course.slug}/apply`)}>
                {t('co-creating-change.apply')}
              </LinkButton>
            )}
          </Card>
        )
      })}
      <p>
        <a href={visit.to('/certificates')}>{t('co-creating-change.check.link')}</a>
      </p>
    </section>
  )
}

interface SessionProps {
  visit: Visit
  course: CourseRow
  /** Which of how many sessions it is. */
  number: number
  all: number
}

/** On the page of a session: what it is part of. */
export const SessionOf = ({ visit, course, number, all }: SessionProps) => (
  <Notice>
    <p>
      {visit.t('co-creating-change.session-of', { number, all })}{' '}
      <a href={visit.to(`/courses/${course.slug}`)}>
        <Text of={course.title} t={visit.t} />
      </a>
    </p>
  </Notice>
)
