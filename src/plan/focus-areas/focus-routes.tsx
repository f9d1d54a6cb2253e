import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { decidedPart, decidedParts } from '../steering-group/decided-part.tsx'
import { numberIn } from '../whole-number.ts'
import { CallPage } from './call.page.tsx'
import { FocusAreasPage } from './focus-areas.page.tsx'
import { refusalToPropose, refusalToSupport } from './focus.rules.ts'
import { callOfYear, calls, proposalWithId } from './focus.sql.ts'
import type { Acting } from './judge.ts'
import { loadCallOfYear, loadYears } from './load-focus.ts'
import { officeFocusRoutes } from './office-routes.tsx'
import { AskedPage, ProposePage, SupportPage, WishPage } from './take-part.page.tsx'
import {
  confirmByLink,
  proposeArea,
  ProposeForm,
  SupportForm,
  supportProposal,
  type TakingPart,
  wishOfToken,
} from './take-part.ts'

type C = Context<VisitEnv>

/** What each year is about: for everybody to read, propose and support. */
export const focusAreaRoutes = (db: Db, url: Acting['url']) =>
  routes()
    .get('/focus-areas', anyone, async (c) =>
      c.html(<FocusAreasPage visit={c.var} {...await loadYears(db)} calls={await calls(db)} />),
    )
    .get('/focus-areas/:year', anyone, async (c) => {
      const year = numberIn(c.req.param('year'))
      const { call, proposals } = await loadCallOfYear(db, year)
      found(call ?? proposals[0], 'year')
      const ids = proposals.map(({ id }) => id)
      const decided = {
        year: await decidedPart(db)(c.var, 'focus-year', String(year)),
        proposals: await decidedParts(db)(c.var, 'focus-proposal', ids),
      }
      return c.html(<CallPage visit={c.var} {...{ year, call, proposals, decided }} />)
    })
    .route('/', proposingRoutes(db, url))
    .route('/', supportingRoutes(db, url))
    .route('/', officeFocusRoutes(db, url))

const proposingRoutes = (db: Db, url: Acting['url']) =>
  routes()
    .get('/focus-areas/:year/asked', anyone, async (c) => {
      const { year } = found(await callOfYear(db, numberIn(c.req.param('year'))), 'call')
      return c.html(<AskedPage visit={c.var} year={year} />)
    })
    .get('/focus-areas/:year/propose', anyone, async (c) =>
      c.html(await proposePage(db, c, { filled: { id: newId() } })),
    )
    .post('/focus-areas/:year/propose', anyone, async (c) => {
      const form = await readForm(c, ProposeForm)
      if (!form.ok) return c.html(await proposePage(db, c, form), 422)
      const year = numberIn(c.req.param('year'))
      const refusal = await proposeArea(db, year, form.value, takingPart(c, url))
      if (!refusal) return c.redirect(c.var.to(`/focus-areas/${year}/asked`), 303)
      return c.html(await proposePage(db, c, await refused(c, refusal)), statusOf(refusal))
    })

const supportingRoutes = (db: Db, url: Acting['url']) =>
  routes()
    .get('/focus-areas/proposals/:id/support', anyone, async (c) => c.html(await supportPage(db, c)))
    .post('/focus-areas/proposals/:id/support', anyone, async (c) => {
      const form = await readForm(c, SupportForm)
      if (!form.ok) return c.html(await supportPage(db, c, form), 422)
      const proposal = found(await proposalWithId(db, c.req.param('id')), 'proposal')
      const refusal = await supportProposal(db, proposal.id, form.value.email, takingPart(c, url))
      if (!refusal) return c.redirect(c.var.to(`/focus-areas/${proposal.year}/asked`), 303)
      return c.html(await supportPage(db, c, await refused(c, refusal)), statusOf(refusal))
    })
    .get('/focus-areas/confirm/:token', anyone, async (c) => c.html(await wishPage(db, c)))
    .post('/focus-areas/confirm/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const refusal = await confirmByLink(db, token, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/focus-areas/confirm/${token}`), 303)
      return c.html(await wishPage(db, c, { refusal: `focus-areas.refusal.${refusal}` }), 409)
    })

const statusOf = (refusal: string): 409 | 429 => (refusal === 'too-many' ? 429 : 409)

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `focus-areas.refusal.${refusal}`,
})

const takingPart = (c: C, url: Acting['url']): TakingPart => ({
  ...{ now: c.var.now, url, from: c.var.from, language: c.var.language },
})

async function proposePage(db: Db, c: C, answered: Answered) {
  const year = numberIn(c.req.param('year') ?? '')
  const call = found(await callOfYear(db, year), 'call')
  const refusal = refusalToPropose(call, localDate(c.var.now))
  const said = answered.refusal ?? (refusal ? `focus-areas.refusal.${refusal}` : undefined)
  return <ProposePage visit={c.var} year={year} {...answered} refusal={said} />
}

async function supportPage(db: Db, c: C, answered: Answered = {}) {
  const proposal = found(await proposalWithId(db, c.req.param('id') ?? ''), 'proposal')
  const refusal = refusalToSupport(proposal.state)
  const said = answered.refusal ?? (refusal ? `focus-areas.refusal.${refusal}` : undefined)
  return <SupportPage visit={c.var} proposal={proposal} {...answered} refusal={said} />
}

async function wishPage(db: Db, c: C, answered: Answered = {}) {
  const wish = found(await wishOfToken(db, c.req.param('token') ?? ''), 'wish')
  return <WishPage visit={c.var} wish={wish} {...answered} />
}
