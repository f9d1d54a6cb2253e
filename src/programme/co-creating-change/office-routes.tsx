import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { applicationsOf, organisationNames } from './applications.sql.ts'
import { attendanceOf, letInAt } from './attendance.sql.ts'
import { CourseForm, courseFilled, newCourseFilled } from './course-form.ts'
import { allCourses, courseWithId, possibleSessions, sessionsOf } from './courses.sql.ts'
import { decideSelection } from './decide-selection.ts'
import { GroupPage } from './group.page.tsx'
import { Attendance, markAttendance } from './mark-attendance.ts'
import { EditCoursePage, OfficeCoursesPage } from './office-courses.page.tsx'
import { Pick, pickByHand } from './pick-by-hand.ts'
import { selectionOf } from './propose.ts'
import { changeCourseAs, createCourse, publishCourse, setSessions } from './save-course.ts'
import { SelectionPage } from './selection.page.tsx'
import { choicesOf } from './selection.sql.ts'

type C = Context<VisitEnv>

const base = '/office/series/co-creating-change/courses'

/** The yearly course, for coordinators of both parties: they choose the group together. */
export const courseOfficeRoutes = (db: Db, lettersOf: LettersOf) => {
  return routes()
    .get('/office/series/co-creating-change/courses', coordinator, async (c) => c.html(await list(c)))
    .get('/office/series/co-creating-change/courses/new', coordinator, async (c) =>
      c.html(await editPage(c, { filled: { ...newCourseFilled, id: newId() } })),
    )
    .post('/office/series/co-creating-change/courses/new', coordinator, async (c) => {
      const form = await readForm(c, CourseForm)
      if (!form.ok) return c.html(await editPage(c, form), 422)
      const id = await createCourse(db, memberOf(c), form.value, c.var.now)
      return c.redirect(c.var.to(`${base}/${id}`), 303)
    })
    .get('/office/series/co-creating-change/courses/:course', coordinator, async (c) =>
      c.html(await editPage(c)),
    )
    .post('/office/series/co-creating-change/courses/:course', coordinator, async (c) => {
      const [course, by, fields] = [await courseOf(c), memberOf(c), await readFields(c)]
      if (fields['do'] === 'publish') await publishCourse(db, by, course.id, c.var.now)
      else if (fields['do'] === 'sessions') {
        const wanted = [fields['sessions'] ?? []].flat()
        const refusal = await setSessions(db, by, course.id, wanted, c.var.now)
        if (refusal) return c.html(await editPage(c, refused(refusal)), 409)
      } else {
        const form = await readForm(c, CourseForm)
        if (!form.ok) return c.html(await editPage(c, form), 422)
        const refusal = await changeCourseAs(db, by, course.id, form.value, lettersOf(c))
        if (refusal) return c.html(await editPage(c, { filled: fields, ...refused(refusal) }), 409)
      }
      return c.redirect(c.var.to(`${base}/${course.id}`), 303)
    })
    .get('/office/series/co-creating-change/courses/:course/selection', coordinator, async (c) =>
      answerSelection(c),
    )
    .post('/office/series/co-creating-change/courses/:course/selection', coordinator, async (c) => {
      const [course, by, fields] = [await courseOf(c), memberOf(c), await readFields(c)]
      if (fields['do'] === 'decide') {
        const seen = typeof fields['seen'] === 'string' ? fields['seen'] : ''
        const refusal = await decideSelection(db, by, course.id, seen, lettersOf(c))
        if (refusal) return c.html(await selectionPage(c, refused(refusal)), 409)
        return c.redirect(c.var.to(`${base}/${course.id}/group`), 303)
      }
      const form = await readForm(c, Pick)
      if (!form.ok) return c.html(await selectionPage(c, form), 422)
      const refusal = await pickByHand(db, by, course.id, form.value, c.var.now)
      if (refusal) return c.html(await selectionPage(c, { filled: fields, ...refused(refusal) }), 409)
      return c.redirect(c.var.to(`${base}/${course.id}/selection`), 303)
    })
    .get('/office/series/co-creating-change/courses/:course/group', coordinator, async (c) =>
      c.html(await groupPage(c)),
    )
    .post('/office/series/co-creating-change/courses/:course/group', coordinator, async (c) => {
      const [course, form] = [await courseOf(c), await readForm(c, Attendance)]
      if (!form.ok) return c.html(await groupPage(c, form), 422)
      const refusal = await markAttendance(db, memberOf(c), course.id, form.value, lettersOf(c))
      if (refusal) return c.html(await groupPage(c, refused(refusal)), 409)
      return c.redirect(c.var.to(`${base}/${course.id}/group`), 303)
    })

  async function courseOf(c: C) {
    return found(await courseWithId(db, c.req.param('course') ?? ''), 'course')
  }

  async function list(c: C) {
    const courses = await Promise.all(
      (await allCourses(db)).map(async (course) => ({
        ...course,
        sessions: await sessionsOf(db, course.id),
        applied: (await applicationsOf(db, course.id)).length,
      })),
    )
    return <OfficeCoursesPage visit={c.var} courses={courses} />
  }

  async function editPage(c: C, answered: Answered = {}) {
    const course = c.req.param('course') === undefined ? null : await courseOf(c)
    const sessions = course ? await sessionsOf(db, course.id) : []
    const possible = course ? await possibleSessions(db, course, course.created_at) : []
    const filled = answered.filled ?? (course ? courseFilled(course) : {})
    return <EditCoursePage visit={c.var} {...{ course, sessions, possible }} {...answered} filled={filled} />
  }

  /** What is decided stands on the page of the group. */
  async function answerSelection(c: C): Promise<Response> {
    const course = await courseOf(c)
    if (course.decided_at !== null) return c.redirect(c.var.to(`${base}/${course.id}/group`), 303)
    return c.html(await selectionPage(c))
  }

  async function selectionPage(c: C, answered: Answered = {}) {
    const course = await courseOf(c)
    const selection = await selectionOf(db, course)
    const organisations = await organisationNames(db, selection.applications)
    const isOpen = c.var.now < course.closes_at
    return <SelectionPage visit={c.var} {...{ course, selection, organisations, isOpen }} {...answered} />
  }

  async function groupPage(c: C, answered: Answered = {}) {
    const course = await courseOf(c)
    const sessions = await sessionsOf(db, course.id)
    const letIn = new Map(
      await Promise.all(sessions.map(async ({ id }) => [id, await letInAt(db, id)] as const)),
    )
    const props = {
      ...{ course, sessions, letIn, applications: await applicationsOf(db, course.id) },
      choices: await choicesOf(db, course.id),
      attendance: await attendanceOf(db, course.id),
    }
    return <GroupPage visit={c.var} {...props} {...answered} />
  }
}

const refused = (refusal: string): Answered => ({
  refusal: `co-creating-change.office.refusal.${refusal}`,
})
