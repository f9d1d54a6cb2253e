export { loadPages } from './load-pages.ts'
export { aboutRoutes } from './routes.tsx'
export type { AboutTables } from './tables.ts'
