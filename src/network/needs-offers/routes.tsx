import { routes } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { officeNeedsOffersRoutes } from './office-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { type Given, publicRoutes } from './public-routes.tsx'

export type { Given } from './public-routes.tsx'

/** Needs and offers. One's own come before what is open to all, whose last part would be taken for theirs. */
export const needsOffersRoutes = (db: Db, given: Given) =>
  routes()
    .route('/', ownRoutes(db, given))
    .route('/', publicRoutes(db, given))
    .route('/', officeNeedsOffersRoutes(db, given))
