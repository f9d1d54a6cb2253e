import type { Context } from 'hono'
import { partiesInOrder } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import { OldLinkPage } from '../sign-up/own-page/manage.page.tsx'
import { namesToChooseFrom } from '../sign-up/names.ts'
import type { Db } from '../tables.ts'
import { acceptPlace, withdraw } from './answer-offer.ts'
import { ApplicationChange } from './application-form.ts'
import { ApplicationPage } from './application.page.tsx'
import { applicationOfLink, type ApplicationRow, organisationNames } from './applications.sql.ts'
import { attendedBy, certificateOf } from './attendance.sql.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { changeApplication, confirmApplication } from './change-application.ts'
import { refusalToCertify } from './course.rules.ts'
import { courseWithId, openCourse, sessionsOf } from './courses.sql.ts'
import { joinAlumni } from './join-alumni.ts'

type C = Context<VisitEnv>

/** The page of one's own application, behind the link in the mail. */
export const applicationRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/applications/:token', anyone, async (c) => {
      const mine = await mineOf(db, c)
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      return c.html(await ownPage(db, c, mine))
    })
    .post('/applications/:token', anyone, async (c) => {
      const mine = await mineOf(db, c)
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      const fields = await readFields(c)
      const letters = lettersOf(c)
      const action = fields['do']
      if (action === 'confirm') return answer(db, c, await confirmApplication(db, mine, letters))
      if (action === 'accept') return answer(db, c, await acceptPlace(db, mine, letters))
      if (action === 'withdraw') return answer(db, c, await withdraw(db, mine, letters))
      if (action === 'alumni-in' || action === 'alumni-out')
        return answer(db, c, await joinAlumni(db, mine, action === 'alumni-in', c.var.now))
      const form = await readForm(c, ApplicationChange)
      if (!form.ok) return c.html(await ownPage(db, c, mine, form), 422)
      return answer(db, c, await changeApplication(db, mine, form.value, letters), fields)
    })
    .get('/applications/:token/certificate.pdf', anyone, async (c) => {
      const mine = await mineOf(db, c)
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      const certificate = found(await certificateOf(db, mine.id), 'certificate')
      const course = found(await courseWithId(db, mine.course_id), 'course')
      const pdf = await certificatePdf({
        ...{ name: mine.name, language: mine.language, course, sessions: await sessionsOf(db, course.id) },
        ...{ number: certificate.number, madeAt: certificate.made_at },
        attended: await attendedBy(db, mine.id),
        parties: (await partiesInOrder(db)).map((party) => party.name),
        checkAt: c.var.url('/certificates'),
      })
      return c.body(new Uint8Array(pdf), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${course.slug}.pdf"`,
      })
    })

const mineOf = (db: Db, c: C) => applicationOfLink(db, hashOf(c.req.param('token') ?? ''))

async function answer(db: Db, c: C, refusal: string | null, filled?: Filled): Promise<Response> {
  if (!refusal) return c.redirect(c.var.to(`/applications/${c.req.param('token') ?? ''}`), 303)
  const current = found(await mineOf(db, c), 'application')
  const answered = { ...(filled && { filled }), refusal: `co-creating-change.own.refusal.${refusal}` }
  return c.html(await ownPage(db, c, current, answered), 409)
}

async function ownPage(db: Db, c: C, mine: ApplicationRow, answered: Answered = {}) {
  const course = found(await courseWithId(db, mine.course_id), 'course')
  const sessions = await sessionsOf(db, course.id)
  const attended = await attendedBy(db, mine.id)
  const open = (await openCourse(db, c.var.now)) ?? null
  return (
    <ApplicationPage
      visit={c.var}
      application={mine}
      {...{ course, sessions, attended, open, token: c.req.param('token') ?? '' }}
      certificate={(await certificateOf(db, mine.id))?.number ?? null}
      certificateRefusal={refusalToCertify({ ...mine, attended }, course, sessions, c.var.now)}
      organisations={await namesToChooseFrom(db, c.var.language)}
      filled={await filledFrom(db, c, mine)}
      {...answered}
    />
  )
}

async function filledFrom(db: Db, c: C, mine: ApplicationRow): Promise<Filled> {
  const known = (await organisationNames(db, [mine])).get(mine.organisation_id ?? '')
  const { name, capacity, size, part, language, motivation } = mine
  return {
    ...{ name, capacity, size, part, language, motivation: motivation ?? '' },
    organisation: known ? inLanguage(known, c.var.language) : (mine.organisation_name ?? ''),
  }
}
