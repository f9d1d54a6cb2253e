import { routes } from '#platform/http.ts'
import type { PreparedTexts } from '#platform/prepared-texts.ts'
import type { SignUpOptions } from '../sign-up/index.ts'
import type { Db } from '../tables.ts'
import { turnsRoutes } from './office-routes.tsx'
import { proposeRoutes } from './public-routes.tsx'
import { slotsRoutes } from './slots-routes.tsx'

/** The Malmö Hour: proposing to present, and whose turn it is. */
export const malmoHourRoutes = (db: Db, options: SignUpOptions & { preparedTexts: PreparedTexts }) =>
  routes()
    .route('/', proposeRoutes(db, options))
    .route('/', turnsRoutes(db, options))
    .route('/', slotsRoutes(db, options.lettersOf))
