import type { Context } from 'hono'
import { found, NotFound } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf, newId } from '#platform/ids.ts'
import type { SignUpOptions } from '../sign-up/index.ts'
import type { Db } from '../tables.ts'
import { changeProposal, confirmProposal, withdrawProposal } from './change-proposal.ts'
import { hourOf, loadTurns } from './load-turns.ts'
import { OwnProposalPage } from './own-proposal.page.tsx'
import { standingOf } from './proposal.rules.ts'
import { proposalOfLink } from './proposals.sql.ts'
import { ProposalForm, ProposalText, propose } from './propose.ts'
import { ProposedPage, ProposePage } from './propose.page.tsx'
import { hourSeries } from './turns.sql.ts'

type C = Context<VisitEnv>

/** Proposing to present, and the proposer's own page. */
export const proposeRoutes = (db: Db, { lettersOf, showsLinks = false }: SignUpOptions) =>
  routes()
    .get('/series/malmo-hour/propose', anyone, async (c) => {
      const email = c.var.member?.email ?? ''
      const filled = { id: newId(), side: c.req.query('side') ?? '', email }
      return c.html(await proposePage(db, c, { filled }))
    })
    .post('/series/malmo-hour/propose', anyone, async (c) => {
      const form = await readForm(c, ProposalForm)
      if (!form.ok) return c.html(await proposePage(db, c, form), 422)
      const { now, from, member } = c.var
      const isKnown = member !== null && member.email === form.value.email
      const sides = (await loadTurns(db)).sides
      if (!sides.some(({ id }) => id === form.value.side)) {
        const mistakes = { side: 'malmo-hour.mistake.side' }
        return c.html(await proposePage(db, c, { filled: await readFields(c), mistakes }), 422)
      }
      const answer = await propose(db, form.value, { from, isKnown, now, url: lettersOf(c).url })
      if (answer.refusal !== null) {
        const answered = { filled: await readFields(c), refusal: 'malmo-hour.refusal.too-many-proposals' }
        return c.html(await proposePage(db, c, answered), 429)
      }
      if (isKnown && answer.token) return c.redirect(c.var.to(`/presentations/${answer.token}`), 303)
      const query = showsLinks && answer.token ? `?mail=${answer.token}` : ''
      return c.redirect(c.var.to(`/series/malmo-hour/proposed${query}`), 303)
    })
    .get('/series/malmo-hour/proposed', anyone, async (c) => {
      const series = found(await hourSeries(db), 'series')
      const token = /^\w{40}$/.exec(c.req.query('mail') ?? '')?.[0] ?? null
      return c.html(<ProposedPage visit={c.var} series={series} token={token} />)
    })
    .get('/presentations/:token', anyone, async (c) => c.html(await ownPage(db, c)))
    .post('/presentations/:token', anyone, async (c) => {
      const token = c.req.param('token')
      found(await proposalOfLink(db, hashOf(token)), 'proposal')
      const refusal = await act(token)
      if (refusal instanceof Response) return refusal
      if (!refusal) return c.redirect(c.var.to(`/presentations/${token}`), 303)
      const answered = { filled: await readFields(c), refusal: `malmo-hour.refusal.${refusal}` }
      return c.html(await ownPage(db, c, answered), 409)

      async function act(secret: string) {
        const { do: what } = await readFields(c)
        const { now } = c.var
        if (what === 'confirm') return confirmProposal(db, secret, now)
        if (what === 'withdraw') return withdrawProposal(db, secret, { now, url: lettersOf(c).url })
        if (what !== 'change') throw new NotFound('something to do')
        const form = await readForm(c, ProposalText)
        if (!form.ok) return c.html(await ownPage(db, c, form), 422)
        return changeProposal(db, secret, form.value, now)
      }
    })

async function proposePage(db: Db, c: C, answered: Answered) {
  const series = found(await hourSeries(db), 'series')
  return <ProposePage visit={c.var} series={series} turns={await loadTurns(db)} {...answered} />
}

async function ownPage(db: Db, c: C, answered: Answered = {}) {
  const proposal = found(await proposalOfLink(db, hashOf(c.req.param('token') ?? '')), 'proposal')
  const series = found(await hourSeries(db), 'series')
  const turns = await loadTurns(db)
  const slot = hourOf(turns, proposal)
  const standing = standingOf({ state: proposal.state, hour: slot?.hour ?? null }, c.var.now)
  return <OwnProposalPage visit={c.var} {...{ series, turns, proposal, slot, standing }} {...answered} />
}
