import { routes } from '#platform/http.ts'
import type { Db } from './tables.ts'

export interface NewsOptions {
  /** Where the site is, without a language: 'https://example.org'. */
  baseUrl: string
  /** Where sent pictures are kept, below it. */
  dataDir: string
}

/** Announcements, and who wants to be told of what. */
export const newsRoutes = (_db: Db, _options: NewsOptions) => routes()
