import type { Heart } from '../hearts.tsx'
import { courseOfSession, publishedCourses, sessionsOf } from './courses.sql.ts'
import { CoursesSection, SessionOf } from './heart.page.tsx'

// What is older is found in the calendar.
const coursesMax = 5

/** What is peculiar to Co-creating Change: a call, a group that is chosen, sessions that belong together. */
export const coCreatingChange: Heart = {
  async series(db, visit) {
    const courses = (await publishedCourses(db)).slice(0, coursesMax)
    const withSessions = await Promise.all(
      courses.map(async (course) => ({ course, sessions: await sessionsOf(db, course.id) })),
    )
    return <CoursesSection visit={visit} courses={withSessions} />
  },
  async event(db, visit, event) {
    const course = await courseOfSession(db, event.id)
    if (!course || course.published_at === null) return null
    const sessions = await sessionsOf(db, course.id)
    const number = sessions.findIndex(({ id }) => id === event.id) + 1
    return number > 0 ? <SessionOf visit={visit} {...{ course, number, all: sessions.length }} /> : null
  },
  seriesTasks: [['/courses', 'co-creating-change.office.courses']],
}
