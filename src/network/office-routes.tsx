import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { FormAnswer } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { inOrder } from './directory.rules.ts'
import {
  organisationNamed,
  organisationsIn,
  organisationWithId,
  partnerships,
  partnershipWithId,
} from './directory.sql.ts'
import { EditOrganisationPage } from './edit-organisation.page.tsx'
import { EditPartnershipPage } from './edit-partnership.page.tsx'
import { OfficeNetworkPage } from './office.page.tsx'
import { changeOrganisationEntry, createOrganisation, OrganisationForm } from './save-organisation.ts'
import {
  changePartnershipEntry,
  createPartnership,
  type Partnership,
  PartnershipForm,
} from './save-partnership.ts'
import { searched } from './searched.ts'
import type { Db } from './tables.ts'

/** Where coordinators look after the directory. */
export const officeRoutes = (db: Db) =>
  routes()
    .get('/office/network', coordinator, async (c) => {
      const { words, list } = await searched(db, c)
      const others = words || list.page > 1 ? [] : await partnerships(db)
      return c.html(<OfficeNetworkPage visit={c.var} words={words} list={list} partnerships={others} />)
    })
    .route('/', organisationRoutes(db))
    .route('/', partnershipRoutes(db))

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

const partnershipRoutes = (db: Db) => {
  const pageOf = async (c: Context<VisitEnv>, id: string) => ({
    visit: c.var,
    partnership: found(await partnershipWithId(db, id), 'partnership'),
    organisations: inOrder(await organisationsIn(db, id), c.var.language),
  })
  return routes()
    .get('/office/network/partnerships/new', coordinator, (c) =>
      c.html(<EditPartnershipPage visit={c.var} partnership={null} organisations={[]} />),
    )
    .post('/office/network/partnerships/new', coordinator, async (c) => {
      const form = await readPartnership(db, c)
      if (!form.ok) {
        return c.html(
          <EditPartnershipPage visit={c.var} partnership={null} organisations={[]} {...form} />,
          422,
        )
      }
      const slug = await createPartnership(db, memberOf(c), form.value, c.var.now)
      return c.redirect(c.var.to(`/network/${slug}`), 303)
    })
    .get('/office/network/partnerships/:id', coordinator, async (c) =>
      c.html(<EditPartnershipPage {...await pageOf(c, c.req.param('id'))} />),
    )
    .post('/office/network/partnerships/:id', coordinator, async (c) => {
      const id = c.req.param('id')
      const form = await readPartnership(db, c)
      if (!form.ok) return c.html(<EditPartnershipPage {...await pageOf(c, id)} {...form} />, 422)
      const done = await changePartnershipEntry(db, memberOf(c), id, form.value, c.var.now)
      if (done.refusal === null) return c.redirect(c.var.to(`/network/${done.slug}`), 303)
      const refusal = `network.refusal.${done.refusal}`
      return c.html(
        <EditPartnershipPage {...await pageOf(c, id)} filled={await readFields(c)} refusal={refusal} />,
        409,
      )
    })
}

/** A sent form with the organisations it names; a mistake when the directory lacks one of them. */
async function readPartnership(db: Db, c: Context<VisitEnv>): Promise<FormAnswer<Partnership>> {
  const form = await readForm(c, PartnershipForm)
  if (!form.ok) return form
  const { organisations, ...value } = form.value
  const known = await Promise.all(organisations.map((name) => organisationNamed(db, name)))
  const organisationIds = new Set(known.flatMap((one) => one?.id ?? []))
  if (!known.includes(undefined))
    return { ok: true, value: { ...value, organisationIds: [...organisationIds] } }
  const mistakes = { organisations: 'network.form.organisation-unknown' }
  return { ok: false, filled: await readFields(c), mistakes }
}
