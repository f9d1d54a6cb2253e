import { routes } from '#platform/http.ts'
import { mineRoutes } from './mine-routes.tsx'
import { type IdeaOptions, officeIdeaRoutes } from './office-routes.tsx'
import { publicIdeaRoutes } from './public-routes.tsx'
import type { Db } from './tables.ts'

/** Ideas and suggestions: for everybody, for those who wrote one, and for the office. */
export const ideaRoutes = (db: Db, options: IdeaOptions) =>
  routes()
    .route('/', mineRoutes(db, options.uploads))
    .route('/', publicIdeaRoutes(db, options.uploads))
    .route('/', officeIdeaRoutes(db, options))

/** Where a file that is too large is met with the words kept. */
export const takesLargeForms = (path: string): boolean => path === '/ideas/new'
