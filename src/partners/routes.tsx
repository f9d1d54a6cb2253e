import { routes } from '#platform/http.ts'
import { mineRoutes } from './mine-routes.tsx'
import { type OfficePledgeOptions, officePledgeRoutes } from './office-routes.tsx'
import { type OutcomeOf, publicPartnerRoutes } from './public-routes.tsx'
import type { Db } from './tables.ts'

export interface PartnerOptions extends OfficePledgeOptions {
  outcomeOf: OutcomeOf
}

/** New partners: for everybody, for those who pledged something, and for the office. */
export const partnerRoutes = (db: Db, options: PartnerOptions) =>
  routes()
    .route('/', publicPartnerRoutes(db, options.outcomeOf))
    .route('/', mineRoutes(db, options.uploads))
    .route('/', officePledgeRoutes(db, options))

/** Where a file that is too large is met with the words kept. */
export const takesLargeAgreements = (path: string): boolean =>
  /^\/office\/pledges\/[1-9]\d*\/agreement$/.test(path)
