import type { Context } from 'hono'
import { coordinator } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { LettersOf } from '../sign-up/index.ts'
import type { Db } from '../tables.ts'
import { layOutSlots, SlotsForm } from './lay-out-slots.ts'
import { letPass, PassForm, takeAwaySlot, TakeAwayForm } from './let-pass.ts'
import { loadTurns } from './load-turns.ts'
import { actingAs, after } from './office-routes.tsx'
import { SlotsDeskPage } from './slots-desk.page.tsx'
import { seriesKey } from './turns.sql.ts'

type C = Context<VisitEnv>

const path = '/office/events/:id/slots'

/** The slots of one hour: whoever looks after it sees them, and coordinators change them. */
export const slotsRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get(path, organiser(db), async (c) => c.html(await slotsPage(db, c)))
    .post(path, coordinator, async (c) => {
      const id = c.req.param('id')
      await hourOfAddress(db, id)
      const acting = actingAs(c, lettersOf)
      const { do: what } = await readFields(c)
      if (what === 'pass') {
        const form = await readForm(c, PassForm)
        if (!form.ok) return c.html(await slotsPage(db, c, form), 422)
        return after(db, c, await letPass(db, acting, id, form.value), slotsPage)
      }
      if (what === 'take-away') {
        const form = await readForm(c, TakeAwayForm)
        if (!form.ok) return c.html(await slotsPage(db, c, form), 422)
        return after(db, c, await takeAwaySlot(db, acting, id, form.value.slot), slotsPage)
      }
      const form = await readForm(c, SlotsForm)
      if (!form.ok) return c.html(await slotsPage(db, c, form), 422)
      return after(db, c, await layOutSlots(db, acting, id, form.value), slotsPage)
    })

async function hourOfAddress(db: Db, id: string) {
  const event = found(await eventWithId(db, id), 'event')
  found(event.series_key === seriesKey || null, 'hour')
  return event
}

async function slotsPage(db: Db, c: C, answered: Answered = {}) {
  const event = await hourOfAddress(db, c.req.param('id') ?? '')
  const side = c.var.member?.party?.id ?? null
  return <SlotsDeskPage visit={c.var} {...{ event, turns: await loadTurns(db), side }} {...answered} />
}
