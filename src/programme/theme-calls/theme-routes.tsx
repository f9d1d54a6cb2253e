import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { LettersOf } from '../sign-up/index.ts'
import type { Db } from '../tables.ts'
import { CallPage } from './call.page.tsx'
import { callWithId } from './calls.sql.ts'
import { loadCall } from './load-call.ts'
import { proposalWithId } from './proposals.sql.ts'
import { ProposeForm, SecondForm } from './support-form.ts'
import { AskedPage, ProposePage, SecondPage } from './take-part.page.tsx'
import { proposeTheme, secondProposal, type TakingPart } from './take-part.ts'
import { isSet, refusalToPropose } from './theme-call.rules.ts'

type C = Context<VisitEnv>

/** A call for themes, for everybody: reading, proposing and seconding. */
export const themeRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/themes/:call', anyone, async (c) => c.html(await callPage(db, c)))
    .get('/themes/:call/asked', anyone, async (c) =>
      c.html(<AskedPage visit={c.var} call={await callOf(db, c)} />),
    )
    .get('/themes/:call/propose', anyone, async (c) =>
      c.html(await proposePage(db, c, { filled: { id: newId() } })),
    )
    .post('/themes/:call/propose', anyone, async (c) => {
      const form = await readForm(c, ProposeForm(c.var.member))
      if (!form.ok) return c.html(await proposePage(db, c, form), 422)
      const by = takingPart(c, lettersOf)
      const refusal = await proposeTheme(db, c.req.param('call'), form.value, by)
      if (!refusal) return c.redirect(after(c, 'proposed'), 303)
      return c.html(await proposePage(db, c, await refused(c, refusal)), statusOf(refusal))
    })
    .get('/themes/:call/:proposal/second', anyone, async (c) => c.html(await secondPage(db, c)))
    .post('/themes/:call/:proposal/second', anyone, async (c) => {
      const form = await readForm(c, SecondForm(c.var.member))
      if (!form.ok) return c.html(await secondPage(db, c, form), 422)
      const place = { callId: c.req.param('call'), id: c.req.param('proposal') }
      const refusal = await secondProposal(db, place, form.value, takingPart(c, lettersOf))
      if (!refusal) return c.redirect(after(c, 'seconded'), 303)
      return c.html(await secondPage(db, c, await refused(c, refusal)), statusOf(refusal))
    })

const statusOf = (refusal: string): 409 | 429 => (refusal === 'too-many' ? 429 : 409)

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `theme-calls.refusal.${refusal}`,
})

function takingPart(c: C, lettersOf: LettersOf): TakingPart {
  const { from, language, member } = c.var
  const { now, url } = lettersOf(c)
  return { now, url, from, language: member?.language ?? language, isKnown: member !== null }
}

/** Whoever is signed in has taken part; others find a link in their mail first. */
const after = (c: C, done: 'proposed' | 'seconded'): string =>
  c.var.to(`/themes/${c.req.param('call')}${c.var.member ? `?done=${done}` : '/asked'}`)

const callOf = async (db: Db, c: C) => found(await callWithId(db, c.req.param('call') ?? ''), 'call')

async function callPage(db: Db, c: C) {
  const { call, ...rest } = await loadCall(db, c.req.param('call') ?? '', c.var.now)
  const done = (['proposed', 'seconded'] as const).find((one) => one === c.req.query('done'))
  return <CallPage visit={c.var} call={call} {...rest} done={done} />
}

async function proposePage(db: Db, c: C, answered: Answered) {
  const call = await callOf(db, c)
  const refusal = refusalToPropose(call, isSet(call), c.var.now)
  const said = answered.refusal ?? (refusal ? `theme-calls.refusal.${refusal}` : undefined)
  return <ProposePage visit={c.var} call={call} {...answered} refusal={said} />
}

async function secondPage(db: Db, c: C, answered: Answered = {}) {
  const call = await callOf(db, c)
  const proposal = found(await proposalWithId(db, call.id, c.req.param('proposal') ?? ''), 'proposal')
  found(proposal.state === 'shown' || null, 'proposal that is shown')
  const refusal = refusalToPropose(call, isSet(call), c.var.now)
  const said = answered.refusal ?? (refusal ? `theme-calls.refusal.${refusal}` : undefined)
  return <SecondPage visit={c.var} {...{ call, proposal }} {...answered} refusal={said} />
}
