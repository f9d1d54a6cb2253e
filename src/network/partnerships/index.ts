export type { Beside } from './beside.ts'
export { askWhetherAlive } from './ask-whether-alive.ts'
export { BegunHere } from './begun-here.page.tsx'
export { officePartnershipRoutes } from './office-partnership-routes.tsx'
export { unsaid as unsaidOfPartnership } from './partnership-form.ts'
export { partnershipPage, partnershipRoutes } from './partnerships-routes.tsx'
export {
  partnerships,
  partnershipsFromEvent,
  partnershipsOf,
  unconfirmedPartnerships,
} from './partnerships.sql.ts'
export { createPartnership } from './save-partnership.ts'
