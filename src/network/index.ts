export {
  organisationNamed,
  organisationsInDirectory,
  organisationsNamed,
  organisationsToChooseFrom,
} from './directory.sql.ts'
export {
  askWhetherAlive,
  BegunHere,
  type Beside as BesideNetwork,
  createPartnership,
  partnershipsFromEvent,
  unsaidOfPartnership,
} from './partnerships/index.ts'
export { loadDirectory } from './load-directory.ts'
export { networkRoutes } from './routes.tsx'
export type { NetworkTables } from './tables.ts'
export { drawNetwork } from './picture/draw-network.ts'
