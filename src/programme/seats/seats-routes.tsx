import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import { sectorSeats } from '../sign-up/seats.sql.ts'
import type { Db } from '../tables.ts'
import { expectationFor } from './expectation.ts'
import { SetSeatsPage } from './set-seats.page.tsx'
import { SeatsForm, setSeats } from './set-seats.ts'

type C = Context<VisitEnv>

/** How the seats of an event are shared out, for those who look after it. */
export const seatsRoutes = (db: Db, lettersOf: LettersOf) => {
  const path = '/office/events/:id/seats'
  return routes()
    .get(path, organiser(db), async (c) => c.html(await page(c)))
    .post(path, organiser(db), async (c) => {
      const form = await readForm(c, SeatsForm)
      if (!form.ok) return c.html(await page(c, form), 422)
      const id = c.req.param('id')
      const refusal = await setSeats(db, memberOf(c), id, form.value, lettersOf(c))
      if (!refusal) return c.redirect(c.var.to(`/office/events/${id}/seats?saved`), 303)
      const answered = { filled: await readFields(c), refusal: `seats.refusal.${refusal}` }
      return c.html(await page(c, answered), 409)
    })

  async function page(c: C, answered: Answered = {}) {
    const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
    const filled = await filledFrom(event)
    const expectation = await expectationFor(db, event, c.var.now)
    const isSaved = c.req.query('saved') !== undefined
    return <SetSeatsPage visit={c.var} {...{ event, expectation, isSaved, filled }} {...answered} />
  }

  async function filledFrom(event: ProgrammeEvent): Promise<Filled> {
    const kept = (await sectorSeats(db, event.id)).filter((row) => row.kept > 0)
    return {
      ...Object.fromEntries(kept.map((row) => [`kept.${row.capacity}`, String(row.kept)])),
      until: event.kept_until ? localDate(event.kept_until) : '',
      organisation_max: event.organisation_max ? String(event.organisation_max) : '',
      over_invited: event.over_invited ? String(event.over_invited) : '',
    }
  }
}
