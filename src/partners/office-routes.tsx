import { downloadTable } from '#platform/download-table.ts'
import type { Context } from 'hono'
import { organisationsToChooseFrom } from '#network/index.ts'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFileSent } from '#platform/files.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { readFormWithFile } from '#platform/large-form.ts'
import { preparedBy, type PreparedTexts } from '#platform/prepared-texts.ts'
import { sendFile } from '#platform/send-file.ts'
import { attachAgreement } from './attach-agreement.ts'
import { CorrectForm, correctGift } from './correct-gift.ts'
import { correctionsOf, giftOfPledge } from './gifts.sql.ts'
import { meanings, needs, needWithId } from './needs.sql.ts'
import { EditNeedPage, OfficeNeedsPage } from './office-needs.page.tsx'
import { OfficePledgePage } from './office-pledge.page.tsx'
import { amountSaid } from './said.ts'
import { beginningOf, OfficePledgesPage, pledgeFilters, statesOf } from './office-pledges.page.tsx'
import { agreementOf, pledgeNumbered, pledgesIn, stepsOf } from './pledges.sql.ts'
import { tellingOf } from './public-routes.tsx'
import { MeaningForm, NeedForm, saveMeaning, saveNeed } from './save-need.ts'
import { stepForms, stepPledge, type YearIsClosed } from './step-pledge.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

export interface OfficePledgeOptions {
  /** Where files that are sent in are kept. */
  uploads: string
  isYearClosed: YearIsClosed
  preparedTexts: PreparedTexts
}

// More than this is read by nobody on one page.
const pledgesMax = 300
// And a file holds all there will be.
const allMax = 100_000

/** What coordinators do with pledges, and where they write what is needed. */
export const officePledgeRoutes = (db: Db, options: OfficePledgeOptions) => {
  const { uploads, isYearClosed, preparedTexts } = options
  const pledgePage = pageOfPledge(db, preparedTexts)
  const correct = async (c: C, number: number) => {
    const filled = await readFields(c)
    const form = checkForm(filled, CorrectForm)
    if (!form.ok) return c.html(await pledgePage(c, form), 422)
    const correcting = { by: memberOf(c), number, isYearClosed, ...tellingOf(c) }
    const refusal = await correctGift(db, correcting, form.value)
    if (!refusal) return c.redirect(c.var.to(`/office/pledges/${number}`), 303)
    return c.html(await pledgePage(c, { filled, refusal: `partners.refusal.${refusal}` }), 409)
  }
  return routes()
    .get('/office/pledges', coordinator, async (c) => {
      const filter = pledgeFilters.find((one) => one === c.req.query('filter')) ?? 'open'
      const pledges = await pledgesIn(db, statesOf[filter], pledgesMax)
      return c.html(<OfficePledgesPage visit={c.var} pledges={pledges} filter={filter} />)
    })
    .get('/office/pledges.csv', coordinator, (c) => pledgesFile(db, c))
    .route('/', needRoutes(db))
    .get('/office/pledges/:number', coordinator, async (c) => c.html(await pledgePage(c)))
    .post('/office/pledges/:number', coordinator, async (c) => {
      const filled = await readFields(c)
      const { number } = await pledgeHere(db, c)
      const key = String(filled['do'] ?? '')
      if (key === 'correct') return correct(c, number)
      const shape = Object.hasOwn(stepForms, key) ? stepForms[key as keyof typeof stepForms] : stepForms.talk
      const form = checkForm(filled, shape)
      if (!form.ok) return c.html(await pledgePage(c, form), 422)
      const stepping = { by: memberOf(c), number, isYearClosed, ...tellingOf(c) }
      const refusal = await stepPledge(db, stepping, form.value)
      if (!refusal) return c.redirect(c.var.to(`/office/pledges/${number}`), 303)
      return c.html(await pledgePage(c, { filled, refusal: `partners.refusal.${refusal}` }), 409)
    })
    .get('/office/pledges/:number/agreement', coordinator, async (c) => {
      const { id } = await pledgeHere(db, c)
      return sendFile(c, uploads, found(await agreementOf(db, id), 'agreement'))
    })
    .post('/office/pledges/:number/agreement', coordinator, async (c) => {
      const { number } = await pledgeHere(db, c)
      const sent = await readFormWithFile(c)
      const file = sent.isTooLarge ? null : await readFileSent(sent.file)
      if (!file?.ok) {
        const missing = sent.isTooLarge ? 'platform.file.too-large' : 'partners.mistake.file'
        const mistakes = { file: file?.mistake ?? missing }
        return c.html(await pledgePage(c, { filled: {}, mistakes }), 422)
      }
      const attaching = { by: memberOf(c), number, now: c.var.now, uploads }
      const refusal = await attachAgreement(db, attaching, file.file)
      if (!refusal) return c.redirect(c.var.to(`/office/pledges/${number}`), 303)
      return c.html(await pledgePage(c, { refusal: `partners.refusal.${refusal}` }), 409)
    })
}

const needRoutes = (db: Db) =>
  routes()
    .get('/office/pledges/needs', coordinator, async (c) => c.html(await needsPage(db, c)))
    .post('/office/pledges/needs', coordinator, async (c) => {
      const form = await readForm(c, MeaningForm)
      if (!form.ok) return c.html(await needsPage(db, c, form), 422)
      const refusal = await saveMeaning(db, memberOf(c), form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to('/office/pledges/needs'), 303)
      const again = { filled: await readFields(c), refusal: `partners.refusal.${refusal}` }
      return c.html(await needsPage(db, c, again), 409)
    })
    .get('/office/pledges/needs/new', coordinator, (c) =>
      c.html(<EditNeedPage visit={c.var} need={undefined} id={newId()} />),
    )
    .post('/office/pledges/needs/new', coordinator, (c) => save(db, c))
    .get('/office/pledges/needs/:id', coordinator, async (c) => {
      const need = found(await needWithId(db, c.req.param('id')), 'need')
      return c.html(<EditNeedPage visit={c.var} need={need} id={need.id} />)
    })
    .post('/office/pledges/needs/:id', coordinator, async (c) => {
      found(await needWithId(db, c.req.param('id')), 'need')
      return save(db, c)
    })

async function save(db: Db, c: C): Promise<Response> {
  const id = c.req.param('id')
  const filled = { ...(await readFields(c)), ...(id ? { id } : {}) }
  const need = id ? await needWithId(db, id) : undefined
  const form = checkForm(filled, NeedForm)
  const page = (answered: Answered) => (
    <EditNeedPage visit={c.var} need={need} id={id ?? filled['id'] ?? newId()} {...answered} />
  )
  if (!form.ok) return c.html(page(form), 422)
  const refusal = await saveNeed(db, memberOf(c), form.value, c.var.now)
  if (!refusal) return c.redirect(c.var.to('/office/pledges/needs'), 303)
  const seen = String(need?.version ?? 0)
  return c.html(page({ filled: { ...filled, seen }, refusal: `partners.refusal.${refusal}` }), 409)
}

const numberIn = (c: C): number => {
  const text = c.req.param('number') ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

const pledgeHere = async (db: Db, c: C) => found(await pledgeNumbered(db, numberIn(c)), 'pledge')

const pageOfPledge =
  (db: Db, preparedTexts: PreparedTexts) =>
  async (c: C, answered: Answered = {}) => {
    const pledge = await pledgeHere(db, c)
    const gift = await giftOfPledge(db, pledge.id)
    const page = {
      ...{ pledge, gift },
      steps: await stepsOf(db, pledge.id),
      corrections: gift ? await correctionsOf(db, gift.id) : [],
      names: await organisationsToChooseFrom(db, c.var.language),
      prepared: await preparedBy(preparedTexts, c.req.query('text')),
    }
    return <OfficePledgePage visit={c.var} {...page} {...answered} />
  }

const needsPage = async (db: Db, c: C, answered: Answered = {}) => (
  <OfficeNeedsPage
    visit={c.var}
    needs={await needs(db, { ended: true })}
    meanings={await meanings(db)}
    {...answered}
  />
)

/** The list as a file. */
async function pledgesFile(db: Db, c: Context<VisitEnv>): Promise<Response> {
  const { t } = c.var
  const filter = pledgeFilters.find((one) => one === c.req.query('filter'))
  const states = filter ? statesOf[filter] : Object.values(statesOf).flat()
  const pledges = await pledgesIn(db, states, allMax)
  const header = ['number', 'what', 'state', 'amount', 'due', 'giver'].map((one) => t(`lists.out.${one}`))
  const rows = pledges.map((one) => [
    ...[one.number, beginningOf(one.what) || t('partners.wiped'), t(`partners.state.${one.state}`)],
    one.amount !== null && one.unit !== null ? amountSaid(t, one.amount, one.unit) : null,
    ...[one.answer_due_on, one.giver_name ?? t('partners.given.unnamed')],
  ])
  return downloadTable(c, { name: t('lists.file-name.pledges'), header, rows })
}
