import { routes } from '#platform/http.ts'
import type { Db } from './tables.ts'

export const networkRoutes = (_db: Db) => routes()
