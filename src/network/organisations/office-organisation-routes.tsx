import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { preparedBy, type PreparedTexts } from '#platform/prepared-texts.ts'
import type { Db } from '../tables.ts'
import { applicationsOpen, applicationWithId, claimsWaiting, claimWithId } from './applications.sql.ts'
import { AnswerJoining, decideApplication } from './decide-application.ts'
import { AnswerClaim, decideClaim } from './decide-claim.ts'
import { doubleReason } from './doubles.rules.ts'
import { EditOrganisationPage } from './edit-organisation.page.tsx'
import { entriesToCompare, organisationWithId } from './organisations.sql.ts'
import { OfficeClaimPage } from './office-claim.page.tsx'
import { OfficeApplicationPage, QueuePage } from './queue.page.tsx'
import { changeOrganisationEntry, createOrganisation, OrganisationForm } from './save-organisation.ts'
import type { ApplicationRow } from './tables.ts'
import { tellingOf } from './telling.ts'

type C = Context<VisitEnv>

/** What coordinators do with organisations: the queue, and every entry. */
export const officeOrganisationRoutes = (db: Db, preparedTexts: PreparedTexts) => {
  const applicationPage = pageOfApplication(db, preparedTexts)
  const claimPage = pageOfClaim(db, preparedTexts)
  return routes()
    .get('/office/network/queue', coordinator, async (c) => {
      const page = { applications: await applicationsOpen(db), claims: await claimsWaiting(db) }
      return c.html(<QueuePage visit={c.var} {...page} />)
    })
    .get('/office/network/applications/:id', coordinator, async (c) => c.html(await applicationPage(c)))
    .post('/office/network/applications/:id', coordinator, async (c) => {
      const id = c.req.param('id')
      found(await applicationWithId(db, id), 'application')
      const form = await readForm(c, AnswerJoining)
      if (!form.ok) return c.html(await applicationPage(c, form), 422)
      const refusal = await decideApplication(db, memberOf(c), id, form.value, tellingOf(c))
      if (!refusal) return c.redirect(c.var.to('/office/network/queue'), 303)
      const answered = { filled: await readFields(c), refusal: `organisations.refusal.${refusal}` }
      return c.html(await applicationPage(c, answered), 409)
    })
    .get('/office/network/claims/:id', coordinator, async (c) => c.html(await claimPage(c)))
    .post('/office/network/claims/:id', coordinator, async (c) => {
      const form = await readForm(c, AnswerClaim)
      if (!form.ok) return c.html(await claimPage(c, form), 422)
      const refusal = await decideClaim(db, memberOf(c), c.req.param('id'), form.value, tellingOf(c))
      if (!refusal) return c.redirect(c.var.to('/office/network/queue'), 303)
      const answered = { filled: await readFields(c), refusal: `organisations.refusal.${refusal}` }
      return c.html(await claimPage(c, answered), 409)
    })
    .route('/', entryRoutes(db))
}

const pageOfApplication =
  (db: Db, preparedTexts: PreparedTexts) =>
  async (c: C, answered: Answered = {}) => {
    const application = found(await applicationWithId(db, c.req.param('id') ?? ''), 'application')
    const doubles = await doublesOf(db, application)
    const prepared = await preparedBy(preparedTexts, c.req.query('text'))
    return <OfficeApplicationPage visit={c.var} {...{ application, doubles, prepared }} {...answered} />
  }

async function doublesOf(db: Db, { search_text, number, profile, state }: ApplicationRow) {
  if (state === 'verified') return []
  const own = { search_text, number, website: profile.website }
  return (await entriesToCompare(db)).flatMap((one) => {
    const reason = doubleReason(own, one)
    return reason ? [{ id: one.id, slug: one.slug, name: one.name, reason }] : []
  })
}

const pageOfClaim =
  (db: Db, preparedTexts: PreparedTexts) =>
  async (c: C, answered: Answered = {}) => {
    const claim = found(await claimWithId(db, c.req.param('id') ?? ''), 'claim')
    const prepared = await preparedBy(preparedTexts, c.req.query('text'))
    return <OfficeClaimPage visit={c.var} {...{ claim, prepared }} {...answered} />
  }

const entryRoutes = (db: Db) => {
  const pageOf = async (c: C, id: string) => ({
    visit: c.var,
    organisation: found(await organisationWithId(db, id), 'organisation'),
    byOffice: true,
  })
  return routes()
    .get('/office/network/organisations/new', coordinator, (c) =>
      c.html(<EditOrganisationPage visit={c.var} organisation={null} byOffice />),
    )
    .post('/office/network/organisations/new', coordinator, async (c) => {
      const form = await readForm(c, OrganisationForm)
      const page = { visit: c.var, organisation: null, byOffice: true }
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
