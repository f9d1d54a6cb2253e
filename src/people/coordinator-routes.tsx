import { downloadTable } from '#platform/download-table.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { CoordinatorsPage } from './coordinators.page.tsx'
import { coordinatorsNow, coordinatorWithId } from './coordinators.sql.ts'
import { endCoordinator, refusalToEndNow } from './end-coordinator.ts'
import { EndCoordinatorPage } from './end-coordinator.page.tsx'
import { coordinator, memberOf, takeSession } from './member.ts'
import { nameCoordinator, NamingForm } from './name-coordinator.ts'
import { partiesInOrder } from './standings.sql.ts'
import type { LinkTo } from './sign-in.mail.ts'
import type { Db } from './tables.ts'

/** Who coordinates for each party: each party's coordinators look after their own. */
export const coordinatorRoutes = (db: Db, linkTo: LinkTo) => {
  const everybody = async (c: Context<VisitEnv>) => ({
    visit: c.var,
    ownParty: found(memberOf(c).party, 'party').id,
    parties: await partiesInOrder(db),
    coordinators: await coordinatorsNow(db),
  })
  const toEnd = async (c: Context<VisitEnv>) => ({
    visit: c.var,
    coordinator: found(await coordinatorWithId(db, c.req.param('id') ?? ''), 'coordinator'),
  })
  return routes()
    .get('/office/coordinators', coordinator, async (c) =>
      c.html(<CoordinatorsPage {...await everybody(c)} done={c.req.query('done')} />),
    )
    .get('/office/coordinators.csv', coordinator, async (c) => {
      const { t, language } = c.var
      const header = ['party', 'name', 'email', 'since'].map((one) => t(`lists.out.${one}`))
      const rows = (await coordinatorsNow(db)).map(({ party_name, name, email, since }) => [
        ...[inLanguage(party_name, language), name, email, localDate(since)],
      ])
      return downloadTable(c, { name: t('lists.file-name.coordinators'), header, rows })
    })
    .post('/office/coordinators', coordinator, async (c) => {
      const form = await readForm(c, NamingForm)
      if (!form.ok) return c.html(<CoordinatorsPage {...await everybody(c)} {...form} />, 422)
      const refusal = await nameCoordinator(db, memberOf(c), form.value, { now: c.var.now, linkTo })
      if (!refusal) return c.redirect(c.var.to('/office/coordinators?done=named'), 303)
      const answered = { filled: await readFields(c), refusal: `people.coordinators.refusal.${refusal}` }
      return c.html(<CoordinatorsPage {...await everybody(c)} {...answered} />, 409)
    })
    .get('/office/coordinators/:id/end', coordinator, async (c) => {
      const page = await toEnd(c)
      const hindrance = await refusalToEndNow(db, memberOf(c), page.coordinator)
      return c.html(<EndCoordinatorPage {...page} hindrance={hindrance} />)
    })
    .post('/office/coordinators/:id/end', coordinator, async (c) => {
      const page = await toEnd(c)
      const refusal = await endCoordinator(db, memberOf(c), page.coordinator.id, c.var.now)
      if (refusal) return c.html(<EndCoordinatorPage {...page} hindrance={refusal} refused />, 409)
      if (page.coordinator.person_id !== memberOf(c).id)
        return c.redirect(c.var.to('/office/coordinators?done=ended'), 303)
      takeSession(c)
      return c.redirect(c.var.to('/'), 303)
    })
}
