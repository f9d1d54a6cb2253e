import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { namesToChooseFrom } from '../sign-up/names.ts'
import type { SignUpOptions } from '../sign-up/signing-up/routes.tsx'
import type { Db } from '../tables.ts'
import { Application } from './application-form.ts'
import { applicationsOf } from './applications.sql.ts'
import { AppliedPage, ApplyPage, CallClosedPage } from './apply.page.tsx'
import { apply } from './apply.ts'
import { alumniOf, certificateWithNumber } from './attendance.sql.ts'
import { readNumber } from './certificate.rules.ts'
import { CertificatePage } from './certificate.page.tsx'
import { CoursePage } from './course.page.tsx'
import { lineOf, refusalToApply } from './course.rules.ts'
import { type CourseRow, courseWithId, courseWithSlug, openCourse, sessionsOf } from './courses.sql.ts'
import { sharesOf } from './mix.rules.ts'
import { groupMin } from '../groups.rules.ts'

type C = Context<VisitEnv>

/** A course for everybody to read about and apply to, and whether a certificate is ours. */
export const courseRoutes = (db: Db, { lettersOf, showsLinks = false }: SignUpOptions) =>
  routes()
    .get('/courses/:slug', anyone, async (c) => c.html(await coursePage(db, c)))
    .get('/courses/:slug/apply', anyone, async (c) => {
      const course = await courseIn(db, c)
      const refusal = refusalToApply(course, c.var.now)
      if (refusal) return c.html(<CallClosedPage visit={c.var} course={course} refusal={refusal} />)
      return c.html(await applyPage(db, c, course))
    })
    .post('/courses/:slug/apply', anyone, async (c) => {
      const course = await courseIn(db, c)
      const closed = refusalToApply(course, c.var.now)
      if (closed) return c.html(<CallClosedPage visit={c.var} course={course} refusal={closed} />, 409)
      const form = await readForm(c, Application)
      if (!form.ok) return c.html(await applyPage(db, c, course, form), 422)
      const { member, from } = c.var
      const isKnown = member !== null && member.email === form.value.email
      const answer = await apply(db, course.id, { form: form.value, from, isKnown }, lettersOf(c))
      if (answer.refusal === 'too-many') {
        const answered = { filled: await readFields(c), refusal: 'sign-up.refusal.too-many' }
        return c.html(await applyPage(db, c, course, answered), 429)
      }
      if (answer.refusal)
        return c.html(<CallClosedPage visit={c.var} course={course} refusal={answer.refusal} />, 409)
      if (isKnown && answer.token) return c.redirect(c.var.to(`/applications/${answer.token}`), 303)
      const mail = showsLinks && answer.token ? `?mail=${answer.token}` : ''
      return c.redirect(c.var.to(`/courses/${course.slug}/applied${mail}`), 303)
    })
    .get('/courses/:slug/applied', anyone, async (c) => {
      const mail = /^\w{40}$/.exec(c.req.query('mail') ?? '')?.[0] ?? ''
      return c.html(<AppliedPage visit={c.var} course={await courseIn(db, c)} mail={mail} />)
    })
    .get('/certificates', anyone, async (c) => {
      const number = readNumber(c.req.query('number') ?? '')
      if (number) return c.redirect(c.var.to(`/certificates/${number}`), 303)
      return c.html(<CertificatePage visit={c.var} typed={c.req.query('number') ?? null} found={null} />)
    })
    .get('/certificates/:number', anyone, async (c) => {
      const row = await certificateWithNumber(db, c.req.param('number'))
      const typed = c.req.param('number')
      if (!row) return c.html(<CertificatePage visit={c.var} typed={typed} found={null} />, 404)
      const course = found(await courseWithId(db, row.course_id), 'course')
      const sessions = await sessionsOf(db, course.id)
      return c.html(<CertificatePage visit={c.var} typed={typed} found={{ ...row, course, sessions }} />)
    })

const courseIn = async (db: Db, c: C) => found(await courseWithSlug(db, c.req.param('slug') ?? ''), 'course')

async function coursePage(db: Db, c: C) {
  const course = await courseIn(db, c)
  const sessions = await sessionsOf(db, course.id)
  const group = (await applicationsOf(db, course.id)).filter(({ state }) => state === 'accepted')
  const mixed = group.map((row) => ({ ...row, line: lineOf(row.capacity) }))
  const label = c.var.t('co-creating-change.mix.group')
  const mix = { label, shares: (dimension: Parameters<typeof sharesOf>[1]) => sharesOf(mixed, dimension) }
  return (
    <CoursePage
      visit={c.var}
      course={course}
      sessions={sessions}
      mix={group.length >= groupMin ? mix : null}
      alumni={await alumniOf(db, course.id)}
      open={(await openCourse(db, c.var.now)) ?? null}
    />
  )
}

async function applyPage(db: Db, c: C, course: CourseRow, answered: Answered = {}) {
  const organisations = await namesToChooseFrom(db, c.var.language)
  return <ApplyPage visit={c.var} course={course} organisations={organisations} {...answered} />
}
