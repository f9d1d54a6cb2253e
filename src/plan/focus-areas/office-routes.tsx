import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { numberIn } from '../whole-number.ts'
import {
  callOfYear,
  calls,
  callWithId,
  chosenBefore,
  proposalsOfYear,
  proposalWithId,
  submissionsOf,
  submissionWithId,
} from './focus.sql.ts'
import { type Acting, judgeSubmission, JudgeForm, leaveOut, ReasonForm } from './judge.ts'
import { sourcesOf, workUnder } from './load-focus.ts'
import {
  CallForm,
  LinkForm,
  linkWork,
  OfficeProposalForm,
  openCall,
  putIn,
  unlinkWork,
} from './office-acts.ts'
import { JudgePage, OfficeProposalPage } from './office-proposal.page.tsx'
import { ChoosePage } from './choose.page.tsx'
import { chooseAreas, ChooseForm } from './choose-areas.ts'
import { OfficeFocusPage, OfficeYearPage, PutInPage } from './office.page.tsx'

type C = Context<VisitEnv>

/** Where coordinators open calls, read what came in, and propose the year's areas to the parties. */
export const officeFocusRoutes = (db: Db, url: Acting['url']) =>
  routes()
    .get('/office/focus-areas', coordinator, async (c) =>
      c.html(<OfficeFocusPage visit={c.var} calls={await calls(db)} />),
    )
    .post('/office/focus-areas', coordinator, async (c) => {
      const form = await readForm(c, CallForm)
      if (!form.ok) return c.html(<OfficeFocusPage visit={c.var} calls={await calls(db)} {...form} />, 422)
      await openCall(db, memberOf(c), form.value, c.var.now)
      return c.redirect(c.var.to(`/office/focus-areas/${form.value.year}`), 303)
    })
    .get('/office/focus-areas/:year', coordinator, async (c) => c.html(await yearPage(db, c)))
    .get('/office/focus-areas/:year/new', coordinator, (c) =>
      c.html(<PutInPage visit={c.var} year={yearIn(c)} filled={{ id: newId() }} />),
    )
    .post('/office/focus-areas/:year/new', coordinator, async (c) => {
      const year = yearIn(c)
      const filled = await readFields(c)
      const form = await readForm(c, OfficeProposalForm)
      if (!form.ok) return c.html(<PutInPage visit={c.var} year={year} {...form} />, 422)
      const refusal = await putIn(db, memberOf(c), year, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/focus-areas/${year}`), 303)
      const mistakes = { source: 'focus-areas.mistake.source' }
      return c.html(<PutInPage visit={c.var} year={year} filled={filled} mistakes={mistakes} />, 422)
    })
    .get('/office/focus-areas/:year/choose', coordinator, async (c) =>
      c.html(await choosePage(db, c, { filled: { id: newId() } })),
    )
    .post('/office/focus-areas/:year/choose', coordinator, async (c) => {
      const filled = await readFields(c)
      const form = await readForm(c, ChooseForm)
      if (!form.ok) return c.html(await choosePage(db, c, form), 422)
      const answer = await chooseAreas(db, yearIn(c), form.value, acting(c, url))
      if (answer.refusal === null) return c.redirect(c.var.to(`/plan/revisions/${answer.number}`), 303)
      const own = ['nothing-chosen', 'too-many-areas', 'call-is-open', 'no-plan'].includes(answer.refusal)
      const refusal = `${own ? 'focus-areas' : 'revisions'}.refusal.${answer.refusal}`
      return c.html(await choosePage(db, c, { filled, refusal }), 409)
    })
    .route('/', proposalRoutes(db, url))

const proposalRoutes = (db: Db, url: Acting['url']) =>
  routes()
    .get('/office/focus-areas/submissions/:id', coordinator, async (c) => c.html(await judgePage(db, c)))
    .post('/office/focus-areas/submissions/:id', coordinator, async (c) => {
      const form = await readForm(c, JudgeForm)
      if (!form.ok) return c.html(await judgePage(db, c, form), 422)
      const filled = await readFields(c)
      const refusal = await judgeSubmission(db, c.req.param('id'), form.value, acting(c, url))
      if (refusal) {
        const answered = { filled, refusal: `focus-areas.refusal.${refusal}` }
        return c.html(await judgePage(db, c, answered), 409)
      }
      const sent = found(await submissionWithId(db, c.req.param('id')), 'proposal')
      const { year } = found(await callWithId(db, sent.call_id), 'call')
      return c.redirect(c.var.to(`/office/focus-areas/${year}`), 303)
    })
    .get('/office/focus-areas/proposals/:id', coordinator, async (c) => c.html(await proposalPage(db, c)))
    .post('/office/focus-areas/proposals/:id', coordinator, async (c) => {
      const { id } = c.req.param()
      const filled = await readFields(c)
      const back = () => c.redirect(c.var.to(`/office/focus-areas/proposals/${id}`), 303)
      if (filled['do'] === 'unlink') {
        await unlinkWork(db, id, String(filled['thing'] ?? ''))
        return back()
      }
      if (filled['do'] === 'link') {
        const form = await readForm(c, LinkForm)
        const wrong = form.ok ? await linkWork(db, id, form.value.what, acting(c, url)) : 'no-such-work'
        if (!wrong) return back()
        return c.html(
          await proposalPage(db, c, { filled, mistakes: { what: 'focus-areas.mistake.work' } }),
          422,
        )
      }
      const form = await readForm(c, ReasonForm)
      if (!form.ok) return c.html(await proposalPage(db, c, form), 422)
      const refusal = await leaveOut(db, id, form.value, acting(c, url))
      if (!refusal) return back()
      return c.html(await proposalPage(db, c, { filled, refusal: `focus-areas.refusal.${refusal}` }), 409)
    })

const yearIn = (c: C): number => numberIn(c.req.param('year') ?? '')

const acting = (c: C, url: Acting['url']): Acting => ({ by: memberOf(c), now: c.var.now, url })

async function yearPage(db: Db, c: C) {
  const year = yearIn(c)
  const call = await callOfYear(db, year)
  const sent = call ? await submissionsOf(db, call.id) : []
  const proposals = await proposalsOfYear(db, year)
  return <OfficeYearPage visit={c.var} {...{ year, call, sent, proposals }} />
}

async function choosePage(db: Db, c: C, answered: Answered) {
  const year = yearIn(c)
  const proposals = (await proposalsOfYear(db, year)).filter(({ state }) => state !== 'not-chosen')
  const earlier = await chosenBefore(db, year)
  return <ChoosePage visit={c.var} {...{ year, proposals, earlier }} {...answered} />
}

async function judgePage(db: Db, c: C, answered: Answered = {}) {
  const sent = found(await submissionWithId(db, c.req.param('id') ?? ''), 'proposal')
  const { year } = found(await callWithId(db, sent.call_id), 'call')
  return <JudgePage visit={c.var} {...{ sent, year }} {...answered} />
}

async function proposalPage(db: Db, c: C, answered: Answered = {}) {
  const proposal = found(await proposalWithId(db, c.req.param('id') ?? ''), 'proposal')
  const [sources, work] = await Promise.all([sourcesOf(db, proposal.id), workUnder(db, [proposal.id])])
  return <OfficeProposalPage visit={c.var} {...{ proposal, sources, work }} {...answered} />
}
