import type { Context } from 'hono'
import * as z from 'zod'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { LettersOf } from '../sign-up/letters.ts'
import { waitingLine } from '../sign-up/queue.sql.ts'
import { seatsOf } from '../sign-up/seats.sql.ts'
import type { Db } from '../tables.ts'
import { Move, moveInQueue } from './move-in-queue.ts'
import { movesInWords } from './moves.sql.ts'
import { WaitingListPage } from './waiting-list.page.tsx'
import { Message, writeToWaiting } from './write-to-waiting.ts'

type C = Context<VisitEnv>

const Done = z.discriminatedUnion('do', [Move, Message])

/** The waiting list of an event, for those who look after it; only coordinators change its order. */
export const waitingListRoutes = (db: Db, lettersOf: LettersOf) => {
  const path = '/office/events/:id/waiting'
  return routes()
    .get(path, organiser(db), async (c) => c.html(await page(c)))
    .post(path, organiser(db), async (c) => {
      const form = await readForm(c, Done)
      if (!form.ok) return c.html(await page(c, form), 422)
      const [id, by, here] = [c.req.param('id'), memberOf(c), c.var.to(c.var.path)]
      if (form.value.do === 'write') {
        const told = await writeToWaiting(db, by, id, form.value, lettersOf(c))
        return c.redirect(`${here}?told=${told}`, 303)
      }
      const refusal = await moveInQueue(db, by, id, form.value, c.var.now)
      if (!refusal) return c.redirect(here, 303)
      const answered = { filled: await readFields(c), refusal: `waiting-list.refusal.${refusal}` }
      return c.html(await page(c, answered), 409)
    })

  async function page(c: C, answered: Answered = {}) {
    const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
    const line = await waitingLine(db, event.id)
    const moves = await movesInWords(db, event.id)
    const seats = await seatsOf(db, event)
    const asked = c.req.query('told') ?? ''
    const told = /^\d{1,5}$/.test(asked) ? Number(asked) : null
    const filled = { id: newId(), ...answered.filled }
    return (
      <WaitingListPage visit={c.var} {...{ event, line, moves, seats, told }} {...answered} filled={filled} />
    )
  }
}
