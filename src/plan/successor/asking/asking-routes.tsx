import type { Context } from 'hono'
import * as z from 'zod'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { numberIn } from '../../whole-number.ts'
import type { UrlOf } from '../letters.ts'
import { latestSuccessor, successorWithId } from '../successor.sql.ts'
import { answerByLink, answerForParty, CarryForm, EndForm, endTogether } from './answer-for.ts'
import { AnswerCarryPage } from './answer.page.tsx'
import { askOrganisations, silentOrganisations } from './ask-organisations.ts'
import { AskPage } from './ask.page.tsx'
import { AnswerByLinkPage } from './by-link.page.tsx'
import { carryLinkWithHash } from './carry.sql.ts'
import { OfficeCarriedPage, PublicCarriedPage } from './carried.page.tsx'
import { isFinished, loadCarried } from './load-carried.ts'

type C = Context<VisitEnv>

const AskForm = z.object({ language: z.enum(languages).catch('sv') })

/** What becomes of the commitments of the plan that ends: asked, answered, and shown to everybody. */
export const askingRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/plan/next/commitments', anyone, async (c) => {
      const { carried } = await loaded(db, c)
      return c.html(<PublicCarriedPage visit={c.var} carried={carried} />)
    })
    .get('/office/next-plan/commitments', coordinator, async (c) => {
      const { successor, carried } = await loaded(db, c)
      const silent = (await silentOrganisations(db, successor.id, c.var.now)).length
      const done = c.req.query('asked') ?? c.req.query('saved')
      return c.html(<OfficeCarriedPage visit={c.var} carried={carried} silent={silent} done={done} />)
    })
    .get('/office/next-plan/commitments/ask', coordinator, async (c) => c.html(await askPage(db, c)))
    .post('/office/next-plan/commitments/ask', coordinator, async (c) => {
      const { successor } = await loaded(db, c)
      const { language } = AskForm.parse(await readFields(c))
      const asking = { successorId: successor.id, by: memberOf(c), language }
      const asked = await askOrganisations(db, asking, { now: c.var.now, url })
      if (typeof asked === 'number')
        return c.redirect(c.var.to(`/office/next-plan/commitments?asked=${asked}`), 303)
      return c.html(await askPage(db, c, { refusal: `successor.refusal.${asked}` }), 409)
    })
    .route('/', officeAnswerRoutes(db))
    .route('/', linkRoutes(db))

const officeAnswerRoutes = (db: Db) =>
  routes()
    .get('/office/next-plan/commitments/:number', coordinator, async (c) =>
      c.html(<AnswerCarryPage visit={c.var} one={(await chosen(db, c)).one} />),
    )
    .post('/office/next-plan/commitments/:number', coordinator, async (c) => {
      const { successor, one } = await chosen(db, c)
      const by = memberOf(c)
      const fields = await readFields(c)
      const said = { successorId: successor.id, commitmentId: one.commitment.id, by, now: c.var.now }
      const isEnding = fields['do'] === 'end'
      const form = isEnding ? null : checkForm(fields, CarryForm)
      const ending = isEnding ? checkForm(becauseAsReason(fields), EndForm) : null
      const wrong = [form, ending].find((read) => read?.ok === false)
      if (wrong?.ok === false) {
        const mistakes = isEnding ? { 'because.sv': 'successor.mistake.reason' } : wrong.mistakes
        return c.html(<AnswerCarryPage visit={c.var} one={one} filled={fields} mistakes={mistakes} />, 422)
      }
      const refusal = form?.ok
        ? await answerForParty(db, { ...said, ownerId: by.party?.id ?? '' }, form.value)
        : ending?.ok
          ? await endTogether(db, said, ending.value.reason)
          : null
      if (!refusal) return c.redirect(c.var.to('/office/next-plan/commitments?saved=yes'), 303)
      const again = { filled: fields, refusal: `successor.refusal.${refusal}` }
      return c.html(<AnswerCarryPage visit={c.var} one={(await chosen(db, c)).one} {...again} />, 409)
    })

/** The two forms of the page have fields of their own names; the rule knows one. */
const becauseAsReason = (fields: Awaited<ReturnType<typeof readFields>>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('because.') ? [[name.replace('because.', 'reason.'), value]] : [],
    ),
  )

const linkRoutes = (db: Db) =>
  routes()
    .get('/plan/next/answer/:token', anyone, (c) => linkPage(db, c))
    .post('/plan/next/answer/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const { carried } = await behindLink(db, c)
      const number = numberIn(c.req.query('commitment') ?? '')
      const one = found(
        carried.find(({ commitment }) => commitment.number === number),
        'commitment',
      )
      const form = await readForm(c, CarryForm)
      if (!form.ok) return linkPage(db, c, form)
      const said = { commitmentId: one.commitment.id, now: c.var.now }
      const refusal = await answerByLink(db, token, said, form.value)
      if (!refusal) return c.redirect(c.var.to(`/plan/next/answer/${token}?done=yes`), 303)
      const again = { filled: await readFields(c), refusal: `successor.refusal.${refusal}` }
      return linkPage(db, c, again)
    })

async function linkPage(db: Db, c: C, answered: Answered = {}) {
  const { organisation, carried } = await behindLink(db, c)
  const asked = c.req.query('commitment')
  const one =
    asked === undefined ? undefined : carried.find((each) => String(each.commitment.number) === asked)
  const page = { organisation, carried, chosen: one, token: c.req.param('token') ?? '' }
  const status = answered.refusal ? 409 : answered.mistakes ? 422 : 200
  return c.html(
    <AnswerByLinkPage visit={c.var} {...page} done={c.req.query('done') !== undefined} {...answered} />,
    status,
  )
}

async function behindLink(db: Db, c: C) {
  const link = found(await carryLinkWithHash(db, hashOf(c.req.param('token') ?? '')), 'link to answer by')
  const successor = found(await successorWithId(db, link.successor_id), 'plan in the making')
  const all = await loadCarried(db, successor, localDate(c.var.now))
  const carried = all.filter(
    (one) => !isFinished(one.commitment) && one.owners.some(({ id }) => id === link.organisation_id),
  )
  return { organisation: { id: link.organisation_id, name: link.organisation_name }, carried }
}

async function loaded(db: Db, c: C) {
  const successor = found(await latestSuccessor(db), 'plan in the making')
  return { successor, carried: await loadCarried(db, successor, localDate(c.var.now)) }
}

async function chosen(db: Db, c: C) {
  const { successor, carried } = await loaded(db, c)
  const number = numberIn(c.req.param('number') ?? '')
  const one = carried.find(({ commitment }) => commitment.number === number)
  return { successor, one: found(one, 'commitment of the plan that ends') }
}

async function askPage(db: Db, c: C, answered: Answered = {}) {
  const { successor } = await loaded(db, c)
  const organisations = await silentOrganisations(db, successor.id, c.var.now)
  return <AskPage visit={c.var} organisations={organisations} {...answered} />
}
