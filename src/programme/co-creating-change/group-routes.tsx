import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { applicationsOf, organisationNames } from './applications.sql.ts'
import { attendanceOf, letInAt } from './attendance.sql.ts'
import { courseWithId, sessionsOf } from './courses.sql.ts'
import { decideSelection } from './decide-selection.ts'
import { GroupPage } from './group.page.tsx'
import { Attendance, markAttendance } from './mark-attendance.ts'
import { Pick, pickByHand } from './pick-by-hand.ts'
import { selectionOf } from './propose.ts'
import { SelectionPage } from './selection.page.tsx'
import { choicesOf } from './selection.sql.ts'

type C = Context<VisitEnv>

/** How the group is chosen, and what becomes of it, for coordinators. */
export const groupRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/office/series/co-creating-change/courses/:course/selection', coordinator, async (c) => {
      const course = await courseIn(db, c)
      // What is decided stands on the page of the group.
      return course.decided_at === null ? c.html(await selectionPage(db, c)) : toGroup(c)
    })
    .post('/office/series/co-creating-change/courses/:course/selection', coordinator, async (c) => {
      const [course, by, fields] = [await courseIn(db, c), memberOf(c), await readFields(c)]
      if (fields['do'] === 'decide') {
        const seen = typeof fields['seen'] === 'string' ? fields['seen'] : ''
        const refusal = await decideSelection(db, by, course.id, seen, lettersOf(c))
        return refusal ? c.html(await selectionPage(db, c, refused(refusal)), 409) : toGroup(c)
      }
      const form = await readForm(c, Pick)
      if (!form.ok) return c.html(await selectionPage(db, c, form), 422)
      const refusal = await pickByHand(db, by, course.id, form.value, c.var.now)
      if (refusal) return c.html(await selectionPage(db, c, { filled: fields, ...refused(refusal) }), 409)
      return c.redirect(c.var.to(c.var.path), 303)
    })
    .get('/office/series/co-creating-change/courses/:course/group', coordinator, async (c) =>
      c.html(await groupPage(db, c)),
    )
    .post('/office/series/co-creating-change/courses/:course/group', coordinator, async (c) => {
      const [course, form] = [await courseIn(db, c), await readForm(c, Attendance)]
      if (!form.ok) return c.html(await groupPage(db, c, form), 422)
      const refusal = await markAttendance(db, memberOf(c), course.id, form.value, lettersOf(c))
      return refusal ? c.html(await groupPage(db, c, refused(refusal)), 409) : toGroup(c)
    })

const courseIn = async (db: Db, c: C) => found(await courseWithId(db, c.req.param('course') ?? ''), 'course')

const toGroup = (c: C): Response => {
  const course = c.req.param('course') ?? ''
  return c.redirect(c.var.to(`/office/series/co-creating-change/courses/${course}/group`), 303)
}

async function selectionPage(db: Db, c: C, answered: Answered = {}) {
  const course = await courseIn(db, c)
  const selection = await selectionOf(db, course)
  const organisations = await organisationNames(db, selection.applications)
  const isOpen = c.var.now < course.closes_at
  return <SelectionPage visit={c.var} {...{ course, selection, organisations, isOpen }} {...answered} />
}

async function groupPage(db: Db, c: C, answered: Answered = {}) {
  const course = await courseIn(db, c)
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

const refused = (refusal: string): Answered => ({
  refusal: `co-creating-change.office.refusal.${refusal}`,
})
