import type { Context } from 'hono'
import * as z from 'zod'
import { organisationsToChooseFrom } from '#network/index.ts'
import { giftsOf } from '#partners/index.ts'
import { answersForParty, coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { checkForm, type Answered, optionalTexts } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { ApprovalPage } from './approval.page.tsx'
import { approveReport, publishReport } from './approve-report.ts'
import { writtenParts } from './content.ts'
import { GiftForm, takeGiftAway, writeGift } from './edit-gifts.ts'
import { GiftsPage } from './gifts.page.tsx'
import { loadForOffice, loadReport } from './load-report.ts'
import { OfficeYearPage } from './office-year.page.tsx'
import { OfficeYearsPage } from './office-years.page.tsx'
import { approvalsOf, reportOfYear, reports } from './reports.sql.ts'
import { WritePartPage } from './write-part.page.tsx'
import { beginReport, takeNewFigures, writePart } from './write-report.ts'
import { yearIn } from './year-in.ts'

type C = Context<VisitEnv>

const YearForm = z.object({
  year: z.coerce.number('year-report.mistake.year').int().min(2000, 'year-report.mistake.year').max(2199),
})
const SeenForm = z.object({ seen: z.string().optional().default('') })
const PartForm = z.object({ words: optionalTexts(8000), seen: z.string() })
const refused = (refusal: string): string => `year-report.refusal.${refusal}`

/** Where coordinators finish the reports of the years. */
export const officeReportRoutes = (db: Db) =>
  routes()
    .get('/office/years', coordinator, async (c) => c.html(await yearsPage(db, c)))
    .post('/office/years', coordinator, async (c) => {
      const form = await readForm(c, YearForm)
      if (!form.ok) return c.html(await yearsPage(db, c, form), 422)
      const { year } = form.value
      const refusal = await beginReport(db, memberOf(c), year, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/years/${year}`), 303)
      const again = { filled: { year: String(year) }, refusal: refused(refusal) }
      return c.html(await yearsPage(db, c, again), 409)
    })
    .get('/office/years/:year', coordinator, async (c) => c.html(await yearPage(db, c)))
    .post('/office/years/:year', coordinator, async (c) => {
      const fields = await readFields(c)
      const { year } = await reportIn(db, c)
      const seen = String(fields['seen'] ?? '')
      const refusal =
        fields['do'] === 'count'
          ? await takeNewFigures(db, memberOf(c), { year, seen }, c.var.now)
          : await publishReport(db, memberOf(c), year, c.var.now)
      if (refusal) return c.html(await yearPage(db, c, { refusal: refused(refusal) }), 409)
      return c.redirect(c.var.to(`/office/years/${year}`), 303)
    })
    .get('/office/years/:year/approval', answersForParty, async (c) => c.html(await approvalPage(db, c)))
    .post('/office/years/:year/approval', answersForParty, async (c) => {
      const { year } = await reportIn(db, c)
      const form = await readForm(c, SeenForm)
      const seen = form.ok ? form.value.seen : ''
      const refusal = await approveReport(db, memberOf(c), { year, seen }, c.var.now)
      if (refusal) return c.html(await approvalPage(db, c, { refusal: refused(refusal) }), 409)
      // A substitute is let in here alone.
      const next = memberOf(c).party ? '' : '/approval'
      return c.redirect(c.var.to(`/office/years/${year}${next}`), 303)
    })
    .route('/', partRoutes(db))

const partRoutes = (db: Db) =>
  routes()
    .get('/office/years/:year/parts/:part', coordinator, async (c) => c.html(await partPage(db, c)))
    .post('/office/years/:year/parts/:part', coordinator, async (c) => {
      const section = partIn(c)
      const { year } = await reportIn(db, c)
      const fields = await readFields(c)
      const form = checkForm(fields, PartForm)
      if (!form.ok) return c.html(await partPage(db, c, form), 422)
      const refusal = await writePart(db, memberOf(c), { year, section, ...form.value }, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/years/${year}`), 303)
      return c.html(await partPage(db, c, { filled: fields, refusal: refused(refusal) }), 409)
    })
    .get('/office/years/:year/given', coordinator, async (c) => c.html(await giftsPage(db, c)))
    .post('/office/years/:year/given', coordinator, async (c) => {
      const { year } = await reportIn(db, c)
      const fields = await readFields(c)
      const [by, now, id] = [memberOf(c), c.var.now, fields['remove']]
      if (typeof id === 'string') {
        const seen = String(fields['seen'] ?? '')
        const refusal = await takeGiftAway(db, by, { year, id, seen }, now)
        if (refusal) return c.html(await giftsPage(db, c, { refusal: refused(refusal) }), 409)
        return c.redirect(c.var.to(`/office/years/${year}/given`), 303)
      }
      const form = checkForm(fields, GiftForm)
      if (!form.ok) return c.html(await giftsPage(db, c, form), 422)
      const refusal = await writeGift(db, by, year, form.value, now)
      if (!refusal) return c.redirect(c.var.to(`/office/years/${year}/given`), 303)
      return c.html(await giftsPage(db, c, { filled: fields, refusal: refused(refusal) }), 409)
    })

const reportIn = async (db: Db, c: C) => found(await reportOfYear(db, yearIn(c)), 'report')

const partIn = (c: C) =>
  found(writtenParts.find((one) => one === c.req.param('part')) ?? null, 'part of a report')

async function yearsPage(db: Db, c: C, answered: Answered = {}) {
  const all = await reports(db)
  const thisYear = Number(localDate(c.var.now).slice(0, 4))
  const next = [thisYear - 1, thisYear].find((year) => !all.some((one) => one.year === year)) ?? thisYear + 1
  return <OfficeYearsPage visit={c.var} reports={all} next={next} {...answered} />
}

const yearPage = async (db: Db, c: C, answered: Answered = {}) => (
  <OfficeYearPage
    visit={c.var}
    full={await loadForOffice(db, await reportIn(db, c), c.var.now)}
    {...answered}
  />
)

const approvalPage = async (db: Db, c: C, answered: Answered = {}) => (
  <ApprovalPage
    visit={c.var}
    full={await loadForOffice(db, await reportIn(db, c), c.var.now)}
    {...answered}
  />
)

async function partPage(db: Db, c: C, answered: Answered = {}) {
  const full = await loadReport(db, await reportIn(db, c), c.var.now)
  return <WritePartPage visit={c.var} full={full} part={partIn(c)} {...answered} />
}

async function giftsPage(db: Db, c: C, answered: Answered = {}) {
  const report = await reportIn(db, c)
  const names = await organisationsToChooseFrom(db, c.var.language)
  const facts = {
    report,
    approvals: await approvalsOf(db, report),
    gifts: await giftsOf(db, report.year),
    names,
  }
  return <GiftsPage visit={c.var} {...facts} {...answered} />
}
