import { routes } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { codeRoutes } from './code-routes.tsx'
import { keeperRoutes } from './keeper-routes.tsx'
import { stewardRoutes } from './steward-routes.tsx'
import { tableRoutes } from './table-routes.tsx'

/** Everything about the door: for those who look after the event, for stewards, and for those who come. */
export const doorRoutes = (db: Db) =>
  routes()
    .route('/', keeperRoutes(db))
    .route('/', stewardRoutes(db))
    .route('/', tableRoutes(db))
    .route('/', codeRoutes(db))
