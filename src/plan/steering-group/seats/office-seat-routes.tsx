import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { loadMeetings } from '../load-group.ts'
import { allCalls } from '../nominations/calls.sql.ts'
import { OfficeGroupPage } from '../office-group.page.tsx'
import { EditSeatPage, FillSeatPage, LeaveSeatPage } from './edit-seat.page.tsx'
import { FillForm, fillSeat } from './fill-seat.ts'
import { LeaveForm, leaveSeat } from './leave-seat.ts'
import { addOwnSeat, changeOwnSeat, SeatForm } from './save-seat.ts'
import { isOwnSeat } from './seats.rules.ts'
import { seatsOf, seatWithId } from './seats.sql.ts'

type C = Context<VisitEnv>

const seats = '/office/steering-group/seats'

/** Where coordinators see the whole group, and decide about the seats of their own party. */
export const officeSeatRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get('/office/steering-group', coordinator, async (c) => {
      const [all, calls, meetings] = [
        await seatsOf(db),
        await allCalls(db),
        await loadMeetings(db, c.var.now),
      ]
      return c.html(<OfficeGroupPage visit={c.var} seats={all} calls={calls} meetings={meetings} />)
    })
    .get(`${seats}/new`, coordinator, (c) =>
      c.html(<EditSeatPage visit={c.var} seat={null} filled={{ id: newId() }} />),
    )
    .post(`${seats}/new`, coordinator, async (c) => {
      const form = await readForm(c, SeatForm)
      if (!form.ok) return c.html(<EditSeatPage visit={c.var} seat={null} {...form} />, 422)
      const refusal = await addOwnSeat(db, memberOf(c), form.value.id ?? newId(), form.value, c.var.now)
      if (!refusal) return toGroup(c)
      return c.html(<EditSeatPage visit={c.var} seat={null} {...await refused(c, refusal)} />, 409)
    })
    .get(`${seats}/:seat/edit`, coordinator, async (c) => {
      const facts = await seatFacts(db, c)
      return c.html(<EditSeatPage {...facts} />, statusFor(c, facts.seat))
    })
    .post(`${seats}/:seat/edit`, coordinator, async (c) => {
      const facts = await seatFacts(db, c)
      const form = await readForm(c, SeatForm)
      if (!form.ok) return c.html(<EditSeatPage {...facts} {...form} />, 422)
      const refusal = await changeOwnSeat(db, memberOf(c), facts.seat.id, form.value, c.var.now)
      if (!refusal) return toGroup(c)
      return c.html(<EditSeatPage {...facts} {...await refused(c, refusal)} />, 409)
    })
    .route('/', termRoutes(db, url))

const termRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get(`${seats}/:seat/fill`, coordinator, async (c) => {
      const facts = await seatFacts(db, c)
      return c.html(<FillSeatPage {...facts} filled={{ id: newId() }} />, statusFor(c, facts.seat))
    })
    .post(`${seats}/:seat/fill`, coordinator, async (c) => {
      const facts = await seatFacts(db, c)
      // Whose seat it is comes before what the form says: the other side need not fill in anything to learn it.
      if (!isOwn(c, facts.seat))
        return c.html(<FillSeatPage {...facts} {...await refused(c, 'not-your-seat')} />, 409)
      const form = await readForm(c, FillForm)
      if (!form.ok) return c.html(<FillSeatPage {...facts} {...form} />, 422)
      const letters = { now: c.var.now, url }
      const refusal = await fillSeat(db, memberOf(c), facts.seat.id, form.value, letters)
      if (!refusal) return toGroup(c)
      return c.html(<FillSeatPage {...facts} {...await refused(c, refusal)} />, 409)
    })
    .get(`${seats}/:seat/leave`, coordinator, async (c) => {
      const facts = await seatFacts(db, c)
      return c.html(<LeaveSeatPage {...facts} />, statusFor(c, facts.seat))
    })
    .post(`${seats}/:seat/leave`, coordinator, async (c) => {
      const facts = await seatFacts(db, c)
      if (!isOwn(c, facts.seat))
        return c.html(<LeaveSeatPage {...facts} {...await refused(c, 'not-your-seat')} />, 409)
      const form = await readForm(c, LeaveForm)
      if (!form.ok) return c.html(<LeaveSeatPage {...facts} {...form} />, 422)
      const refusal = await leaveSeat(db, memberOf(c), facts.seat.id, form.value, c.var.now)
      if (!refusal) return toGroup(c)
      return c.html(<LeaveSeatPage {...facts} {...await refused(c, refusal)} />, 409)
    })

const isOwn = (c: C, seat: { party_id: string }): boolean =>
  isOwnSeat(memberOf(c).party?.id ?? null, seat.party_id)

/** For the other side's seats the page says why there is nothing to fill in, and is refused as the form would be. */
const statusFor = (c: C, seat: { party_id: string }): 200 | 409 => (isOwn(c, seat) ? 200 : 409)

const toGroup = (c: C): Response => c.redirect(c.var.to('/office/steering-group'), 303)

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `steering-group.refusal.${refusal}`,
})

async function seatFacts(db: Db, c: C) {
  return { visit: c.var, seat: found(await seatWithId(db, c.req.param('seat') ?? ''), 'seat') }
}
