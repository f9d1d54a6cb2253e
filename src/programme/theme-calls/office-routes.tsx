import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { LettersOf } from '../sign-up/index.ts'
import type { Db } from '../tables.ts'
import { callsOfSeries, callWithId, eventsWithoutTheme } from './calls.sql.ts'
import { JudgePage } from './judge.page.tsx'
import { JudgeForm, judgeProposal } from './judge-proposal.ts'
import { loadCall } from './load-call.ts'
import { OfficeCallPage } from './office-call.page.tsx'
import { EditCallPage, OfficeCallsPage } from './office-calls.page.tsx'
import { proposalWithId } from './proposals.sql.ts'
import { CallForm, changeTheCall, createCall } from './save-call.ts'
import { backTheme, setTheme, ThemeForm } from './set-theme.ts'
import { SetThemePage } from './set-theme.page.tsx'
import { refusalToSet } from './theme-call.rules.ts'

type C = Context<VisitEnv>

const dones = ['judged', 'saved', 'set', 'backed'] as const
type Done = (typeof dones)[number]

/** Where coordinators announce calls, read what came in, and set the theme. */
export const themeOfficeRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .route('/', callRoutes(db))
    .get('/office/theme-calls/:call', coordinator, async (c) => c.html(await deskPage(db, c)))
    .post('/office/theme-calls/:call', coordinator, async (c) => {
      const refusal = await backTheme(db, { by: memberOf(c), callId: c.req.param('call'), now: c.var.now })
      if (!refusal) return c.redirect(deskAfter(c, 'backed'), 303)
      return c.html(await deskPage(db, c, `theme-calls.refusal.${refusal}`), 409)
    })
    .get('/office/theme-calls/:call/theme', coordinator, async (c) => c.html(await themePage(db, c)))
    .post('/office/theme-calls/:call/theme', coordinator, async (c) => {
      const form = await readForm(c, ThemeForm)
      if (!form.ok) return c.html(await themePage(db, c, form), 422)
      const setting = { ...lettersOf(c), by: memberOf(c), callId: c.req.param('call') }
      const refusal = await setTheme(db, setting, form.value)
      if (!refusal) return c.redirect(deskAfter(c, 'set'), 303)
      return c.html(await themePage(db, c, await refused(c, refusal)), 409)
    })
    .route('/', judgeRoutes(db, lettersOf))

const judgeRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/office/theme-calls/:call/:proposal', coordinator, async (c) => c.html(await judgePage(db, c)))
    .post('/office/theme-calls/:call/:proposal', coordinator, async (c) => {
      const form = await readForm(c, JudgeForm)
      if (!form.ok) return c.html(await judgePage(db, c, form), 422)
      const { call: callId, proposal: proposalId } = c.req.param()
      const judging = { ...lettersOf(c), by: memberOf(c), callId, proposalId }
      const refusal = await judgeProposal(db, judging, form.value)
      if (!refusal) return c.redirect(deskAfter(c, 'judged'), 303)
      return c.html(await judgePage(db, c, await refused(c, refusal)), 409)
    })

const callRoutes = (db: Db) =>
  routes()
    .get('/office/series/:key/theme-calls', coordinator, async (c) => {
      const series = await seriesOf(db, c)
      const calls = await callsOfSeries(db, series.id)
      return c.html(<OfficeCallsPage visit={c.var} series={series} calls={calls} />)
    })
    .get('/office/series/:key/theme-calls/new', coordinator, async (c) =>
      c.html(await newPage(db, c, { filled: { id: newId() } })),
    )
    .post('/office/series/:key/theme-calls/new', coordinator, async (c) => {
      const series = await seriesOf(db, c)
      const form = await readForm(c, CallForm)
      if (!form.ok) return c.html(await newPage(db, c, form), 422)
      const among = await eventsWithoutTheme(db, series.id, null, c.var.now)
      const saving = { by: memberOf(c), now: c.var.now, among }
      const id = form.value.id ?? newId()
      const refusal = await createCall(db, series.id, { ...form.value, id }, saving)
      if (!refusal) return c.redirect(c.var.to(`/office/theme-calls/${id}`), 303)
      return c.html(await newPage(db, c, await refused(c, refusal)), 409)
    })
    .get('/office/theme-calls/:call/edit', coordinator, async (c) => c.html(await editPage(db, c)))
    .post('/office/theme-calls/:call/edit', coordinator, async (c) => {
      const form = await readForm(c, CallForm)
      if (!form.ok) return c.html(await editPage(db, c, form), 422)
      const call = await callOf(db, c)
      const among = await eventsWithoutTheme(db, call.series_id, call.id, c.var.now)
      const saving = { by: memberOf(c), now: c.var.now, among }
      const refusal = await changeTheCall(db, call.id, form.value, saving)
      if (!refusal) return c.redirect(deskAfter(c, 'saved'), 303)
      return c.html(await editPage(db, c, await refused(c, refusal)), 409)
    })

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `theme-calls.refusal.${refusal}`,
})

const deskAfter = (c: C, done: Done): string =>
  c.var.to(`/office/theme-calls/${c.req.param('call')}?done=${done}`)

const seriesOf = async (db: Db, c: C) => found(await seriesWithKey(db, c.req.param('key') ?? ''), 'series')
const callOf = async (db: Db, c: C) => found(await callWithId(db, c.req.param('call') ?? ''), 'call')

async function deskPage(db: Db, c: C, refusal?: string) {
  const loaded = await loadCall(db, c.req.param('call') ?? '', c.var.now)
  const done = dones.find((one) => one === c.req.query('done'))
  return <OfficeCallPage visit={c.var} {...loaded} refusal={refusal} done={done} />
}

async function newPage(db: Db, c: C, answered: Answered) {
  const series = await seriesOf(db, c)
  const events = await eventsWithoutTheme(db, series.id, null, c.var.now)
  return <EditCallPage visit={c.var} {...{ series, events, call: null }} {...answered} />
}

async function editPage(db: Db, c: C, answered: Answered = {}) {
  const call = await callOf(db, c)
  const series = found(await seriesWithKey(db, call.series_key), 'series')
  const events = await eventsWithoutTheme(db, series.id, call.id, c.var.now)
  return <EditCallPage visit={c.var} {...{ series, events, call }} {...answered} />
}

async function judgePage(db: Db, c: C, answered: Answered = {}) {
  const call = await callOf(db, c)
  const proposal = found(await proposalWithId(db, call.id, c.req.param('proposal') ?? ''), 'proposal')
  return <JudgePage visit={c.var} {...{ call, proposal }} {...answered} />
}

async function themePage(db: Db, c: C, answered: Answered = {}) {
  const { call, proposals } = await loadCall(db, c.req.param('call') ?? '', c.var.now)
  const refusal = refusalToSet(call, call.decided_at !== null, null, c.var.now)
  const said = answered.refusal ?? (refusal ? `theme-calls.refusal.${refusal}` : undefined)
  return <SetThemePage visit={c.var} {...{ call, proposals }} {...answered} refusal={said} />
}
