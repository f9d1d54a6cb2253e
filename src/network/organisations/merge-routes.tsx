import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { type Merging, mergeOrganisations } from './merge-organisations.ts'
import { pointingAt } from './merge.sql.ts'
import { MergePage } from './merge.page.tsx'
import { organisationNamed, organisationWithId } from './organisations.sql.ts'

type C = Context<VisitEnv>

/** Where coordinators let a double become another entry. */
export const mergeRoutes = (db: Db, merging: Merging) =>
  routes()
    .get('/office/network/organisations/:id/merge', coordinator, async (c) => {
      const name = c.req.query('into')
      const into = name ? await organisationNamed(db, name) : undefined
      if (!name || into) return c.html(await mergePage(db, c, merging, into?.id))
      const mistakes = { into: 'network.form.organisation-unknown' }
      return c.html(await mergePage(db, c, merging, undefined, { filled: { into: name }, mistakes }), 422)
    })
    .post('/office/network/organisations/:id/merge', coordinator, async (c) => {
      const intoId = String((await readFields(c))['into'] ?? '')
      const into = found(await organisationWithId(db, intoId), 'organisation')
      const two = { fromId: c.req.param('id'), intoId }
      const refusal = await mergeOrganisations(db, memberOf(c), two, merging, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/network/organisations/${into.slug}`), 303)
      const answered = { refusal: `organisations.refusal.${refusal}` }
      return c.html(await mergePage(db, c, merging, intoId, answered), 409)
    })

async function mergePage(db: Db, c: C, { pointers }: Merging, intoId?: string, answered: Answered = {}) {
  const from = found(await organisationWithId(db, c.req.param('id') ?? ''), 'organisation')
  const into = intoId ? ((await organisationWithId(db, intoId)) ?? null) : null
  const moved = into ? await pointingAt(db, pointers, from.id) : {}
  return <MergePage visit={c.var} {...{ from, into, moved }} {...answered} />
}
