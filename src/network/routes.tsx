import type { Context } from 'hono'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { DirectoryPage } from './directory.page.tsx'
import { needsOffersRoutes } from './needs-offers/routes.tsx'
import { listFileRoutes } from './lists/list-file-routes.ts'
import { officeRoutes } from './office-routes.tsx'
import { type OrganisationOptions, organisationRoutes } from './organisations/organisation-routes.tsx'
import { type Beside, partnershipPage, partnershipRoutes, partnerships } from './partnerships/index.ts'
import { pictureRoutes } from './picture/picture-routes.tsx'
import { searched } from './searched.ts'
import { askRoutes } from './who-to-ask/ask-routes.tsx'
import type { Db } from './tables.ts'

// More than this nobody reads before the organisations; their own list holds them all.
const partnershipsMax = 60

/** The directory: organisations, and the partnerships, processes and networks they are part of. */
export const networkRoutes = (db: Db, beside: Beside, options: OrganisationOptions) =>
  routes()
    .route('/', needsOffersRoutes(db, beside))
    .route('/', listFileRoutes(db))
    .get('/network', anyone, async (c) => c.html(await directoryPage(db, c)))
    .route('/', organisationRoutes(db, options))
    .route('/', partnershipRoutes(db, beside))
    .route('/', pictureRoutes(db, beside))
    .route('/', askRoutes(db, beside))
    .get('/network/:slug', anyone, async (c) =>
      c.html(await partnershipPage(db, c, { slug: c.req.param('slug'), beside })),
    )
    .route('/', officeRoutes(db, beside, options))

async function directoryPage(db: Db, c: Context<VisitEnv>) {
  const { words, list } = await searched(db, c)
  // Whoever looks for an organisation, or turns the page, need not pass the partnerships once more.
  const others = words || list.page > 1 ? [] : await partnerships(db, partnershipsMax + 1)
  const shown = others.slice(0, partnershipsMax)
  const hasMore = others.length > shown.length
  return <DirectoryPage visit={c.var} words={words} list={list} partnerships={shown} hasMore={hasMore} />
}
