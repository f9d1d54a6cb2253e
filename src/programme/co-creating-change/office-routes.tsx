import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { applicationsOf } from './applications.sql.ts'
import { CourseForm, courseFilled, newCourseFilled } from './course-form.ts'
import { allCourses, courseWithId, possibleSessions, sessionsOf } from './courses.sql.ts'
import { EditCoursePage } from './edit-course.page.tsx'
import { groupRoutes } from './group-routes.tsx'
import { OfficeCoursesPage } from './office-courses.page.tsx'
import { changeCourseAs, createCourse, publishCourse, setSessions } from './save-course.ts'

type C = Context<VisitEnv>

const base = '/office/series/co-creating-change/courses'

/** The yearly course, for coordinators of both parties: they choose the group together. */
export const courseOfficeRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/office/series/co-creating-change/courses', coordinator, async (c) => c.html(await list(db, c)))
    .get('/office/series/co-creating-change/courses/new', coordinator, async (c) =>
      c.html(await editPage(db, c, { filled: { ...newCourseFilled, id: newId() } })),
    )
    .post('/office/series/co-creating-change/courses/new', coordinator, async (c) => {
      const form = await readForm(c, CourseForm)
      if (!form.ok) return c.html(await editPage(db, c, form), 422)
      const id = await createCourse(db, memberOf(c), form.value, c.var.now)
      return c.redirect(c.var.to(`${base}/${id}`), 303)
    })
    .get('/office/series/co-creating-change/courses/:course', coordinator, async (c) =>
      c.html(await editPage(db, c)),
    )
    .post('/office/series/co-creating-change/courses/:course', coordinator, async (c) => {
      const [course, by, fields] = [await courseIn(db, c), memberOf(c), await readFields(c)]
      if (fields['do'] === 'publish') await publishCourse(db, by, course.id, c.var.now)
      else if (fields['do'] === 'sessions') {
        const wanted = [fields['sessions'] ?? []].flat()
        const refusal = await setSessions(db, by, course.id, wanted, c.var.now)
        if (refusal) return c.html(await editPage(db, c, refused(refusal)), 409)
      } else {
        const form = await readForm(c, CourseForm)
        if (!form.ok) return c.html(await editPage(db, c, form), 422)
        const refusal = await changeCourseAs(db, by, course.id, form.value, lettersOf(c))
        if (refusal) return c.html(await editPage(db, c, { filled: fields, ...refused(refusal) }), 409)
      }
      return c.redirect(c.var.to(`${base}/${course.id}`), 303)
    })
    .route('/', groupRoutes(db, lettersOf))

const courseIn = async (db: Db, c: C) => found(await courseWithId(db, c.req.param('course') ?? ''), 'course')

async function list(db: Db, c: C) {
  const courses = await Promise.all(
    (await allCourses(db)).map(async (course) => ({
      ...course,
      sessions: await sessionsOf(db, course.id),
      applied: (await applicationsOf(db, course.id)).length,
    })),
  )
  return <OfficeCoursesPage visit={c.var} courses={courses} />
}

async function editPage(db: Db, c: C, answered: Answered = {}) {
  const course = c.req.param('course') === undefined ? null : await courseIn(db, c)
  const sessions = course ? await sessionsOf(db, course.id) : []
  const possible = course ? await possibleSessions(db, course, course.created_at) : []
  const filled = answered.filled ?? (course ? courseFilled(course) : {})
  return <EditCoursePage visit={c.var} {...{ course, sessions, possible }} {...answered} filled={filled} />
}

const refused = (refusal: string): Answered => ({
  refusal: `co-creating-change.office.refusal.${refusal}`,
})
