import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { thingsToTakeUp } from './about.sql.ts'
import {
  DecisionForm,
  dropDecision,
  ItemForm,
  placesFrom,
  putOnAgenda,
  takeDecision,
  takeOffAgenda,
  weighFocusAreas,
} from './change-agenda.ts'
import { loadMeeting } from './load-meeting.ts'
import { DecisionPage, ItemPage, WeighPage } from './agenda-forms.page.tsx'
import { CancelMeetingPage, EditMeetingPage } from './meeting-forms.page.tsx'
import { meetingPath } from './meeting-desk.page.tsx'
import { OfficeMeetingPage } from './office-meeting.page.tsx'
import { CancelForm, cancelMeeting, changeMeetingTimes, MeetingForm, planMeeting } from './plan-meeting.ts'

type C = Context<VisitEnv>

const meetings = '/office/steering-group/meetings'

/** Where coordinators of either party plan meetings, and write their agenda and decisions. */
export const agendaRoutes = (db: Db) =>
  routes().route('/', timesRoutes(db)).route('/', itemRoutes(db)).route('/', decisionRoutes(db))

const timesRoutes = (db: Db) =>
  routes()
    .get(`${meetings}/new`, coordinator, (c) =>
      c.html(<EditMeetingPage visit={c.var} loaded={null} filled={{ id: newId() }} />),
    )
    .post(`${meetings}/new`, coordinator, async (c) => {
      const form = await readForm(c, MeetingForm)
      if (!form.ok) return c.html(<EditMeetingPage visit={c.var} loaded={null} {...form} />, 422)
      const id = form.value.id ?? newId()
      const refusal = await planMeeting(db, memberOf(c), id, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(meetingPath(id)), 303)
      return c.html(<EditMeetingPage visit={c.var} loaded={null} {...await refused(c, refusal)} />, 409)
    })
    .get(`${meetings}/:meeting`, coordinator, async (c) =>
      c.html(<OfficeMeetingPage {...await facts(db, c)} />),
    )
    .get(`${meetings}/:meeting/edit`, coordinator, async (c) =>
      c.html(<EditMeetingPage {...await facts(db, c)} />),
    )
    .post(`${meetings}/:meeting/edit`, coordinator, async (c) => {
      const form = await readForm(c, MeetingForm)
      if (!form.ok) return c.html(<EditMeetingPage {...await facts(db, c)} {...form} />, 422)
      const refusal = await changeMeetingTimes(db, memberOf(c), idIn(c), form.value, c.var.now)
      if (!refusal) return back(c)
      return c.html(<EditMeetingPage {...await facts(db, c)} {...await refused(c, refusal)} />, 409)
    })
    .get(`${meetings}/:meeting/cancel`, coordinator, async (c) =>
      c.html(<CancelMeetingPage {...await facts(db, c)} />),
    )
    .post(`${meetings}/:meeting/cancel`, coordinator, async (c) => {
      const form = await readForm(c, CancelForm)
      if (!form.ok) return c.html(<CancelMeetingPage {...await facts(db, c)} {...form} />, 422)
      const refusal = await cancelMeeting(db, memberOf(c), idIn(c), form.value, c.var.now)
      if (!refusal) return back(c)
      return c.html(<CancelMeetingPage {...await facts(db, c)} {...await refused(c, refusal)} />, 409)
    })

const itemRoutes = (db: Db) =>
  routes()
    .get(`${meetings}/:meeting/items`, coordinator, async (c) =>
      c.html(<ItemPage {...await agendaFacts(db, c)} filled={{ id: newId() }} />),
    )
    .post(`${meetings}/:meeting/items`, coordinator, async (c) => {
      const { item } = await readFields(c)
      if (typeof item === 'string') return desk(db, c, await takeOffAgenda(db, acting(c), item))
      const form = await readForm(c, ItemForm)
      if (!form.ok) return c.html(<ItemPage {...await agendaFacts(db, c)} {...form} />, 422)
      const refusal = await putOnAgenda(db, acting(c), form.value)
      if (!refusal) return back(c)
      return c.html(<ItemPage {...await agendaFacts(db, c)} {...await refused(c, refusal)} />, 409)
    })
    .get(`${meetings}/:meeting/items/:item`, coordinator, async (c) =>
      c.html(<WeighPage {...await itemFacts(db, c)} />),
    )
    .post(`${meetings}/:meeting/items/:item`, coordinator, async (c) => {
      const page = await itemFacts(db, c)
      const weighing = { itemId: page.item.id, places: placesFrom(await readFields(c)) }
      const refusal = await weighFocusAreas(db, acting(c), weighing)
      if (!refusal) return back(c)
      return c.html(<WeighPage {...page} {...await refused(c, refusal)} />, 409)
    })

const decisionRoutes = (db: Db) =>
  routes()
    .get(`${meetings}/:meeting/decisions`, coordinator, async (c) =>
      c.html(<DecisionPage {...await agendaFacts(db, c)} filled={{ id: newId() }} />),
    )
    .post(`${meetings}/:meeting/decisions`, coordinator, async (c) => {
      const { decision } = await readFields(c)
      if (typeof decision === 'string') return desk(db, c, await dropDecision(db, acting(c), decision))
      const form = await readForm(c, DecisionForm)
      if (!form.ok) return c.html(<DecisionPage {...await agendaFacts(db, c)} {...form} />, 422)
      const refusal = await takeDecision(db, acting(c), form.value)
      if (!refusal) return back(c)
      return c.html(<DecisionPage {...await agendaFacts(db, c)} {...await refused(c, refusal)} />, 409)
    })

const idIn = (c: C): string => c.req.param('meeting') ?? ''
const acting = (c: C) => ({ by: memberOf(c), meetingId: idIn(c), now: c.var.now })
const back = (c: C): Response => c.redirect(c.var.to(meetingPath(idIn(c))), 303)

async function refused(c: C, refusal: string): Promise<Answered> {
  return { filled: await readFields(c), refusal: `steering-group.refusal.${refusal}` }
}

async function desk(db: Db, c: C, refusal: string | null): Promise<Response> {
  if (!refusal) return back(c)
  const page = { ...(await facts(db, c)), refusal: `steering-group.refusal.${refusal}` }
  return c.html(<OfficeMeetingPage {...page} />, 409)
}

const facts = async (db: Db, c: C) => ({ visit: c.var, loaded: await loadMeeting(db, idIn(c)) })

async function agendaFacts(db: Db, c: C) {
  const things = await thingsToTakeUp(db, Number(localDate(c.var.now).slice(0, 4)))
  return { ...(await facts(db, c)), things }
}

async function itemFacts(db: Db, c: C) {
  const page = await facts(db, c)
  const item = page.loaded.items.find((one) => one.id === c.req.param('item'))
  return { ...page, item: found(item?.about_kind === 'focus-year' ? item : undefined, 'item to weigh') }
}
