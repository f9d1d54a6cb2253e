import { coordinator } from '#people/index.ts'
import { routes } from '#platform/http.ts'
import { listsRoutes } from './lists/lists-routes.tsx'
import { OfficeNetworkPage } from './office.page.tsx'
import { officeOrganisationRoutes } from './organisations/office-organisation-routes.tsx'
import type { OrganisationOptions } from './organisations/organisation-routes.tsx'
import { type Beside, officePartnershipRoutes, partnerships } from './partnerships/index.ts'
import { searched } from './searched.ts'
import type { Db } from './tables.ts'

/** Where coordinators look after the directory. */
export const officeRoutes = (
  db: Db,
  beside: Beside,
  { preparedTexts, merging }: Pick<OrganisationOptions, 'preparedTexts' | 'merging'>,
) =>
  routes()
    .get('/office/network', coordinator, async (c) => {
      const { words, list } = await searched(db, c)
      const others = words || list.page > 1 ? [] : await partnerships(db)
      return c.html(<OfficeNetworkPage visit={c.var} words={words} list={list} partnerships={others} />)
    })
    .route('/', listsRoutes(db, merging.pointers))
    .route('/', officeOrganisationRoutes(db, preparedTexts))
    .route('/', officePartnershipRoutes(db, beside))
