import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import type { NominationRow } from '../tables.ts'
import { AnswerForm, answerNomination, nomineeOfToken } from './answer-nomination.ts'
import { CallPage } from './call.page.tsx'
import { callWithId, electedIn, nominationsOf, seatsOfCall } from './calls.sql.ts'
import { confirmNomination, nominationOfToken } from './confirm-nomination.ts'
import { AskedPage, NominatePage } from './nominate.page.tsx'
import { NominateForm, nominateSomebody } from './nominate-somebody.ts'
import { ConfirmPage, NomineePage, OldNominationPage } from './nomination-links.page.tsx'
import { refusalToNominate } from './nominations.rules.ts'

type C = Context<VisitEnv>

/** A call for nominations, for everybody: reading, nominating, and what the mailed links lead to. */
export const nominationRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get('/steering-group/nominations/:call', anyone, async (c) =>
      c.html(<CallPage visit={c.var} {...await callFacts(db, c.req.param('call'))} />),
    )
    .get('/steering-group/nominations/:call/asked', anyone, async (c) => {
      const call = found(await callWithId(db, c.req.param('call')), 'call')
      return c.html(<AskedPage visit={c.var} call={call} />)
    })
    .get('/steering-group/nominations/:call/nominate', anyone, async (c) =>
      c.html(await nominatePage(db, c, { filled: { id: newId() } })),
    )
    .post('/steering-group/nominations/:call/nominate', anyone, async (c) => {
      const form = await readForm(c, NominateForm)
      if (!form.ok) return c.html(await nominatePage(db, c, form), 422)
      const { from, language, now } = c.var
      const callId = c.req.param('call')
      const refusal = await nominateSomebody(db, callId, form.value, { from, language, now, url })
      if (!refusal) return c.redirect(c.var.to(`/steering-group/nominations/${callId}/asked`), 303)
      const page = await nominatePage(db, c, await refused(c, refusal))
      return c.html(page, refusal === 'too-many' ? 429 : 409)
    })
    .route('/', linkRoutes(db, url))

const linkRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get('/nominations/:token', anyone, async (c) => {
      const nomination = await nominationOfToken(db, c.req.param('token'))
      if (!nomination) return c.html(<OldNominationPage visit={c.var} />, 404)
      return c.html(<ConfirmPage visit={c.var} {...await linkFacts(db, nomination)} />)
    })
    .post('/nominations/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const nomination = await nominationOfToken(db, token)
      if (!nomination) return c.html(<OldNominationPage visit={c.var} />, 404)
      const refusal = await confirmNomination(db, token, { now: c.var.now, url })
      if (!refusal) return c.redirect(c.var.to(`/nominations/${token}`), 303)
      const page = { ...(await linkFacts(db, nomination)), refusal: `steering-group.refusal.${refusal}` }
      return c.html(<ConfirmPage visit={c.var} {...page} />, refusal === 'too-many' ? 429 : 409)
    })
    .get('/nominated/:token', anyone, async (c) => {
      const nomination = await nomineeOfToken(db, c.req.param('token'))
      if (!nomination) return c.html(<OldNominationPage visit={c.var} />, 404)
      return c.html(<NomineePage visit={c.var} {...await linkFacts(db, nomination)} />)
    })
    .post('/nominated/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const nomination = await nomineeOfToken(db, token)
      if (!nomination) return c.html(<OldNominationPage visit={c.var} />, 404)
      const facts = await linkFacts(db, nomination)
      const form = await readForm(c, AnswerForm)
      if (!form.ok) return c.html(<NomineePage visit={c.var} {...facts} {...form} />, 422)
      const refusal = await answerNomination(db, token, form.value, c.var.now)
      if (refusal) return c.html(<NomineePage visit={c.var} {...facts} {...await refused(c, refusal)} />, 409)
      // After a no nothing is known behind the link any more.
      const next = form.value.do === 'decline' ? `/steering-group/nominations/${nomination.call_id}` : null
      return c.redirect(c.var.to(next ?? `/nominated/${token}`), 303)
    })

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `steering-group.refusal.${refusal}`,
})

export async function callFacts(db: Db, id: string) {
  const call = found(await callWithId(db, id), 'call')
  const [seats, nominations, elected] = await Promise.all([
    seatsOfCall(db, id),
    nominationsOf(db, id),
    electedIn(db, id),
  ])
  return { call, seats, nominations, elected }
}

async function linkFacts(db: Db, nomination: NominationRow) {
  const call = found(await callWithId(db, nomination.call_id), 'call')
  return { call, nomination, seats: await seatsOfCall(db, call.id) }
}

async function nominatePage(db: Db, c: C, answered: Answered) {
  const call = found(await callWithId(db, c.req.param('call') ?? ''), 'call')
  const refusal = refusalToNominate(call, localDate(c.var.now))
  const said = answered.refusal ?? (refusal ? `steering-group.refusal.${refusal}` : undefined)
  return (
    <NominatePage
      visit={c.var}
      call={call}
      seats={await seatsOfCall(db, call.id)}
      {...answered}
      refusal={said}
    />
  )
}
