export {
  organisationNamed,
  organisationsInDirectory,
  organisationsNamed,
  organisationsToChooseFrom,
} from './directory.sql.ts'
export { createPartnership } from './save-partnership.ts'
export { loadDirectory } from './load-directory.ts'
export { networkRoutes } from './routes.tsx'
export type { NetworkTables } from './tables.ts'
