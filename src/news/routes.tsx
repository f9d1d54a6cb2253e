import { routes } from '#platform/http.ts'
import { uploadsIn } from '#platform/files.ts'
import type { UrlOf } from './ask-to-follow.ts'
import { followRoutes } from './follow-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import type { Db } from './tables.ts'

export interface NewsOptions {
  /** Where the site is, without a language: 'https://example.org'. */
  baseUrl: string
  /** Sent pictures are kept below it. */
  dataDir: string
}

/** Announcements, and who wants to be told of what. The words below /news come before the announcements there. */
export const newsRoutes = (db: Db, { baseUrl, dataDir }: NewsOptions) => {
  const url: UrlOf = (language, path) => `${baseUrl}/${language}${path}`
  return routes()
    .route('/', followRoutes(db, url))
    .route('/', publicRoutes(db))
    .route('/', officeRoutes(db, uploadsIn(dataDir)))
}
