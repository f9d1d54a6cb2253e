import { routes } from '#platform/http.ts'
import { doorRoutes } from './door/index.ts'
import { invitationOfficeRoutes } from './invitations/index.ts'
import { type OfficeOptions, officeRoutes } from './office-routes.tsx'
import { publicRoutes, type Slots } from './public-routes.tsx'
import { seriesRoutes } from './series-routes.tsx'
import { listRoutes, signUpRoutes } from './sign-up/index.ts'
import type { Db } from './tables.ts'

export type ProgrammeOptions = OfficeOptions & Slots

/** What happens when and where, and who comes: for everybody, and for those who look after it. */
export const programmeRoutes = (db: Db, options: ProgrammeOptions) =>
  routes()
    .route('/', publicRoutes(db, options))
    .route('/', signUpRoutes(db, options.lettersOf))
    .route('/', officeRoutes(db, options))
    .route('/', invitationOfficeRoutes(db, options.lettersOf))
    .route('/', seriesRoutes(db))
    .route('/', listRoutes(db))
    .route('/', doorRoutes(db))
