import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { organisationWithId } from './directory.sql.ts'
import { EditOrganisationPage } from './edit-organisation.page.tsx'
import { OfficeNetworkPage } from './office.page.tsx'
import { changeOrganisationEntry, createOrganisation, OrganisationForm } from './save-organisation.ts'
import { type Beside, officePartnershipRoutes, partnerships } from './partnerships/index.ts'
import { searched } from './searched.ts'
import type { Db } from './tables.ts'

/** Where coordinators look after the directory. */
export const officeRoutes = (db: Db, beside: Beside) =>
  routes()
    .get('/office/network', coordinator, async (c) => {
      const { words, list } = await searched(db, c)
      const others = words || list.page > 1 ? [] : await partnerships(db)
      return c.html(<OfficeNetworkPage visit={c.var} words={words} list={list} partnerships={others} />)
    })
    .route('/', organisationRoutes(db))
    .route('/', officePartnershipRoutes(db, beside))

const organisationRoutes = (db: Db) => {
  const pageOf = async (c: Context<VisitEnv>, id: string) => ({
    visit: c.var,
    organisation: found(await organisationWithId(db, id), 'organisation'),
  })
  return routes()
    .get('/office/network/organisations/new', coordinator, (c) =>
      c.html(<EditOrganisationPage visit={c.var} organisation={null} />),
    )
    .post('/office/network/organisations/new', coordinator, async (c) => {
      const form = await readForm(c, OrganisationForm)
      const page = { visit: c.var, organisation: null }
      if (!form.ok) return c.html(<EditOrganisationPage {...page} {...form} />, 422)
      const done = await createOrganisation(db, memberOf(c), form.value, c.var.now)
      if (done.refusal === null) return c.redirect(c.var.to(`/network/organisations/${done.slug}`), 303)
      const refusal = `network.refusal.${done.refusal}`
      return c.html(<EditOrganisationPage {...page} filled={await readFields(c)} refusal={refusal} />, 409)
    })
    .get('/office/network/organisations/:id', coordinator, async (c) =>
      c.html(<EditOrganisationPage {...await pageOf(c, c.req.param('id'))} />),
    )
    .post('/office/network/organisations/:id', coordinator, async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c, OrganisationForm)
      if (!form.ok) return c.html(<EditOrganisationPage {...await pageOf(c, id)} {...form} />, 422)
      const done = await changeOrganisationEntry(db, memberOf(c), id, form.value, c.var.now)
      if (done.refusal === null) return c.redirect(c.var.to(`/network/organisations/${done.slug}`), 303)
      const refusal = `network.refusal.${done.refusal}`
      // Read again: what stands there now is what the next press of the button replaces.
      return c.html(
        <EditOrganisationPage {...await pageOf(c, id)} filled={await readFields(c)} refusal={refusal} />,
        409,
      )
    })
}
