import { routes } from '#platform/http.ts'
import type { SignUpOptions } from '../sign-up/index.ts'
import type { Db } from '../tables.ts'
import { turnsRoutes } from './office-routes.tsx'
import { proposeRoutes } from './public-routes.tsx'
import { slotsRoutes } from './slots-routes.tsx'

/** The Malmö Hour: proposing to present, and whose turn it is. */
export const malmoHourRoutes = (db: Db, options: SignUpOptions) =>
  routes()
    .route('/', proposeRoutes(db, options))
    .route('/', turnsRoutes(db, options.lettersOf))
    .route('/', slotsRoutes(db, options.lettersOf))
