import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { seatsOf } from '../seats/seats.sql.ts'
import { callWithId, seatsOfCall } from './calls.sql.ts'
import { EditCallPage } from './edit-call.page.tsx'
import { ElectPage, OfficeCallPage, RecommendPage } from './office-call.page.tsx'
import { eventsToElectAt } from './call-events.sql.ts'
import { callFacts } from './nomination-routes.tsx'
import { RecommendForm, recommendCandidates } from './recommend-candidates.ts'
import { chosenFrom, ElectForm, recordElection } from './record-election.ts'
import { CallForm, changeTheCall, createCall } from './save-call.ts'

type C = Context<VisitEnv>

const calls = '/office/steering-group/calls'

/** Where a party's coordinators call for nominations and write down what came of it; the other side may read. */
export const officeCallRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get(`${calls}/new`, coordinator, async (c) => c.html(await editPage(db, c, { filled: { id: newId() } })))
    .post(`${calls}/new`, coordinator, async (c) => {
      const form = await readForm(c, CallForm)
      if (!form.ok) return c.html(await editPage(db, c, form), 422)
      const id = form.value.id ?? newId()
      const saving = { by: memberOf(c), now: c.var.now, among: await ownSeats(db, c) }
      const refusal = await createCall(db, { ...form.value, id }, saving)
      if (!refusal) return toCall(c, id)
      return c.html(await editPage(db, c, await refused(c, refusal)), 409)
    })
    .get(`${calls}/:call`, coordinator, async (c) =>
      c.html(<OfficeCallPage visit={c.var} {...await callFacts(db, c.req.param('call'))} />),
    )
    .get(`${calls}/:call/edit`, coordinator, async (c) => c.html(await editPage(db, c)))
    .post(`${calls}/:call/edit`, coordinator, async (c) => {
      const form = await readForm(c, CallForm)
      if (!form.ok) return c.html(await editPage(db, c, form), 422)
      const saving = { by: memberOf(c), now: c.var.now, among: await ownSeats(db, c) }
      const refusal = await changeTheCall(db, c.req.param('call'), form.value, saving)
      if (!refusal) return toCall(c, c.req.param('call'))
      return c.html(await editPage(db, c, await refused(c, refusal)), 409)
    })
    .route('/', choiceRoutes(db, url))

const choiceRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get(`${calls}/:call/recommend`, coordinator, async (c) =>
      c.html(<RecommendPage visit={c.var} {...await callFacts(db, c.req.param('call'))} />),
    )
    .post(`${calls}/:call/recommend`, coordinator, async (c) => {
      const id = c.req.param('call')
      const facts = { visit: c.var, ...(await callFacts(db, id)) }
      const form = await readForm(c, RecommendForm)
      if (!form.ok) return c.html(<RecommendPage {...facts} {...form} />, 422)
      const refusal = await recommendCandidates(db, memberOf(c), id, form.value, c.var.now)
      if (!refusal) return toCall(c, id)
      return c.html(<RecommendPage {...facts} {...await refused(c, refusal)} />, 409)
    })
    .get(`${calls}/:call/elect`, coordinator, async (c) =>
      c.html(<ElectPage visit={c.var} {...await callFacts(db, c.req.param('call'))} />),
    )
    .post(`${calls}/:call/elect`, coordinator, async (c) => {
      const id = c.req.param('call')
      const facts = { visit: c.var, ...(await callFacts(db, id)) }
      const form = await readForm(c, ElectForm)
      if (!form.ok) return c.html(<ElectPage {...facts} {...form} />, 422)
      const chosen = chosenFrom(await readFields(c))
      const electing = { by: memberOf(c), callId: id, chosen, now: c.var.now, url }
      const refusal = await recordElection(db, electing, form.value)
      if (!refusal) return toCall(c, id)
      return c.html(<ElectPage {...facts} {...await refused(c, refusal)} />, 409)
    })

const toCall = (c: C, id: string): Response => c.redirect(c.var.to(`${calls}/${id}`), 303)

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `steering-group.refusal.${refusal}`,
})

const seatsToCallFor = async (db: Db, c: C) =>
  (await seatsOf(db)).filter((seat) => seat.party_id === memberOf(c).party?.id)

const ownSeats = async (db: Db, c: C): Promise<string[]> =>
  (await seatsToCallFor(db, c)).map((seat) => seat.id)

async function editPage(db: Db, c: C, answered: Answered = {}) {
  const id = c.req.param('call')
  const call = id ? found(await callWithId(db, id), 'call') : null
  const chosen = id ? (await seatsOfCall(db, id)).map((seat) => seat.id) : []
  const events = await eventsToElectAt(db, c.var.now)
  const facts = { visit: c.var, call, chosen, seats: await seatsToCallFor(db, c), events }
  return <EditCallPage {...facts} today={localDate(c.var.now)} {...answered} />
}
