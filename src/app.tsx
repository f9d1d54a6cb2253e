import { Hono } from 'hono'
import { aboutRoutes } from '#about/index.ts'
import { AfterEvent, afterEvent, forumRoutes } from '#forum/index.ts'
import { homeRoutes } from '#home/index.ts'
import { networkRoutes } from '#network/index.ts'
import { FollowSeries, newsRoutes } from '#news/index.ts'
import { officeRoutes } from '#office/index.ts'
import { memberVisiting, peopleRoutes } from '#people/index.ts'
import type { Database } from '#platform/db.ts'
import type { VisitEnv } from '#platform/http.ts'
import type { Log } from '#platform/log.ts'
import type { Settings } from '#platform/settings.ts'
import { builtAssets, staticFiles } from '#platform/static-files.ts'
import type { Clock } from '#platform/time.ts'
import { languagePattern, web } from '#platform/web.tsx'
import { commitmentsOfRecommendations, planRoutes } from '#plan/index.ts'
import { type LettersOf, organiser, programmeRoutes } from '#programme/index.ts'
import { ThreadInBrief, threadOf, threadRoutes } from '#thread/index.ts'
import type { InstallationKind } from './installation.sql.ts'
import { site } from './site.ts'

interface Options {
  database: Database
  settings: Settings
  clock: Clock
  log: Log
  kind: InstallationKind
  /** Where the built styles are; read from the build unless said. */
  assets?: Record<string, string>
}

/** The table of contents: every slice, and what the upper ones show on the pages of the lower ones. */
export function createApp({ database, settings, clock, log, kind, assets = builtAssets() }: Options): Hono<VisitEnv> {
  const { baseUrl, trustedProxies } = settings
  const app = web({
    ...{ baseUrl, trustedProxies, clock, log, site: site(kind, assets) },
    memberVisiting: (c) => memberVisiting(database.as(), c),
  })
  app.get('/health', async (c) => c.json({ status: 'ok', database: (await database.version()) !== '' }))
  app.get('/assets/*', staticFiles())
  app.route(languagePattern, slices(database, settings))
  return app
}
