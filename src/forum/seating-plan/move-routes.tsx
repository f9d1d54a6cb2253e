import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { MovePage } from './move.page.tsx'
import { moveOptions } from './move-options.ts'
import { MoveForm, movingOf, moveSeat } from './move-seat.ts'
import { namesIn } from './names-in.ts'
import { forumIn, idIn, roundIn, toBoard } from './in-address.ts'
import { stepsAfter } from './seating.sql.ts'

type C = Context<VisitEnv>

const path = '/office/events/:id/seating/move'

/** Moving somebody by hand. What it changes is shown before it is saved. */
export const moveRoutes = (db: Db, organiser: Guard, untilOver: Guard) =>
  routes()
    .get(path, organiser, async (c) => c.html(await movePage(db, c, c.req.query())))
    .post(path, organiser, untilOver, async (c) => {
      const filled = await readFields(c)
      const form = await readForm(c, MoveForm)
      if (!form.ok) return c.html(await movePage(db, c, filled, form), 422)
      const refusal = await moveSeat(db, memberOf(c), idIn(c), form.value, c.var.now)
      if (!refusal) return toBoard(c, form.value.round)
      return c.html(await movePage(db, c, filled, { filled, refusal: `seating.refusal.${refusal}` }), 409)
    })

async function movePage(db: Db, c: C, asked: Filled, answered: Answered = {}) {
  const { event, forum } = await forumIn(db, c)
  const text = (name: string): string | undefined => {
    const value = asked[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const round = roundIn(forum, text('round'))
  const person = forum.people.find(({ id }) => id === text('person'))
  const to = text('to')
  const moving = person && to ? movingOf(forum, { person: person.id, round, to }) : null
  const index = forum.rounds.findIndex(({ number }) => number === round)
  const seen = Number(text('seen') ?? forum.seating.version)
  const since = Number.isInteger(seen) ? await stepsAfter(db, event.id, seen) : []
  return (
    <MovePage
      visit={c.var}
      {...{ event, forum, person, round, to, moving, since }}
      options={person && index >= 0 ? moveOptions(forum, index, person.id) : []}
      names={await namesIn(db, since)}
      {...answered}
    />
  )
}
