import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../../tables.ts'
import { latestSuccessor } from '../successor.sql.ts'
import { decideSource, GatherForm, keyOf } from './decide-source.ts'
import { DecideSourcePage, GatherPage } from './gather.page.tsx'
import { loadSources } from './load-sources.ts'

type C = Context<VisitEnv>

/** Where coordinators see what others gave, and say what becomes of it. */
export const gatherRoutes = (db: Db) =>
  routes()
    .get('/office/next-plan/gather', coordinator, async (c) => {
      const { sources } = await loaded(db)
      const done = c.req.query('saved') !== undefined
      return c.html(<GatherPage visit={c.var} sources={sources} done={done} />)
    })
    .get('/office/next-plan/gather/:source', coordinator, async (c) => c.html(await decidePage(db, c)))
    .post('/office/next-plan/gather/:source', coordinator, async (c) => {
      const form = await readForm(c, GatherForm)
      if (!form.ok) return c.html(await decidePage(db, c, form), 422)
      const { successor } = await loaded(db)
      const deciding = { successorId: successor.id, key: c.req.param('source'), by: memberOf(c) }
      const refusal = await decideSource(db, { ...deciding, now: c.var.now }, form.value)
      if (!refusal) return c.redirect(c.var.to('/office/next-plan/gather?saved=yes'), 303)
      const again = { filled: await readFields(c), refusal: `successor.refusal.${refusal}` }
      return c.html(await decidePage(db, c, again), 409)
    })

async function loaded(db: Db) {
  const successor = found(await latestSuccessor(db), 'plan in the making')
  return { successor, sources: await loadSources(db, successor) }
}

async function decidePage(db: Db, c: C, answered: Answered = {}) {
  const { sources } = await loaded(db)
  const source = found(
    sources.find((one) => keyOf(one) === c.req.param('source')),
    'source',
  )
  return <DecideSourcePage visit={c.var} source={source} {...answered} />
}
