import type { Context } from 'hono'
import * as z from 'zod'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { filledAt } from '#platform/ui/form.tsx'
import type { ForumOptions } from '../note-routes.tsx'
import type { Db } from '../tables.ts'
import { loadDoor } from './load-door.ts'
import { proposeReseating } from './propose-reseating.ts'
import { ReseatingPage } from './reseating.page.tsx'
import { TellMovedPage } from './tell-moved.page.tsx'
import { tellMoved, whoMoved } from './tell-moved.ts'
import { forumIn } from '../seating-plan/in-address.ts'
import { takeReseating } from './take-reseating.ts'

type C = Context<VisitEnv>

const Round = z.coerce.number().int().min(0).max(50).catch(0)
const Ids = z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).max(3000)).catch([])

/** Where seats are given anew at the door. */
export const reseatingRoutes = (db: Db, { organiser, url }: ForumOptions) => {
  return routes()
    .get('/office/events/:id/seating/door', organiser, async (c) => c.html(await reseatingPage(db, c)))
    .post('/office/events/:id/seating/door', organiser, async (c) => {
      const fields = await readFields(c)
      if (fields['do'] === 'search') return c.html(await reseatingPage(db, c, { filled: fields }))
      const refusal = fields['do'] === 'take' ? await take(c, fields) : await propose(c, fields)
      if (!refusal) return c.redirect(c.var.to(`/office/events/${c.req.param('id')}/seating/door`), 303)
      const kept = fields['do'] === 'take' ? {} : { filled: fields }
      const answered = { ...kept, refusal: `reseating.refusal.${refusal}` }
      return c.html(await reseatingPage(db, c, answered), 409)
    })
    .get('/office/events/:id/seating/tell', organiser, async (c) => c.html(await tellPage(db, c)))
    .post('/office/events/:id/seating/tell', organiser, async (c) => {
      const [id, seen] = [c.req.param('id'), Number((await readFields(c))['seen'])]
      const refusal = await tellMoved(db, memberOf(c), id, seen, { now: c.var.now, url })
      if (!refusal) return c.redirect(c.var.to(`/office/events/${id}/seating`), 303)
      return c.html(await tellPage(db, c, { refusal: `reseating.refusal.${refusal}` }), 409)
    })

  async function take(c: C, fields: Filled) {
    const id = z.uuid().safeParse(fields['proposal']).data ?? ''
    const letters = { now: c.var.now, url }
    return takeReseating(db, memberOf(c), c.req.param('id') ?? '', id, letters)
  }

  async function propose(c: C, fields: Filled) {
    const afterRound = Round.parse(fields['after'])
    const { forum } = await loadDoor(db, c.req.param('id') ?? '', afterRound)
    const away = [...Ids.parse(fields['away']), ...Ids.parse(fields['leaves'])]
    const chosen = { afterRound, away, seated: Ids.parse(fields['seat']) }
    return proposeReseating(db, memberOf(c), found(forum, 'seating'), chosen, c.var.now)
  }
}

async function tellPage(db: Db, c: C, answered: Answered = {}) {
  const { event, forum } = await forumIn(db, c)
  return <TellMovedPage visit={c.var} {...{ event, forum }} moved={await whoMoved(db, forum)} {...answered} />
}

async function reseatingPage(db: Db, c: C, answered: Answered = {}) {
  const wanted = answered.filled?.['after'] ?? c.req.query('after')
  const afterRound = wanted === undefined ? null : Round.parse(wanted)
  const door = await loadDoor(db, c.req.param('id') ?? '', afterRound, c.req.query('tick') === 'all')
  return (
    <ReseatingPage
      visit={c.var}
      door={door}
      q={filledAt(answered, 'q') ?? c.req.query('q') ?? ''}
      {...answered}
    />
  )
}
