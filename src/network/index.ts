export {
  namesToSearch,
  organisationNamed,
  organisationsInDirectory,
  organisationsNamed,
  organisationsToChooseFrom,
} from './organisations/organisations.sql.ts'
export {
  askWhetherAlive,
  BegunHere,
  type Beside as BesideNetwork,
  createPartnership,
  partnershipsFromEvent,
  unconfirmedPartnerships,
  unsaidOfPartnership,
} from './partnerships/index.ts'
export { forgetLists } from './lists/forget-lists.ts'
export { loadDirectory } from './load-directory.ts'
export { followNeedsOffers, forgetAskedFor } from './needs-offers/by-the-clock.ts'
export { entryRow } from './needs-offers/entries.sql.ts'
export {
  addMatch,
  addStep,
  setAnswer,
  setIntroduced,
  waitsForAnswersSince,
} from './needs-offers/matches.sql.ts'
export { needsOfNetworkWaiting } from './needs-offers/waiting.sql.ts'
export { networkRoutes } from './routes.tsx'
export type { NetworkTables } from './tables.ts'
export { drawNetwork } from './picture/draw-network.ts'
export { organisationsWaiting } from './organisations/applications.sql.ts'
export { forgetOrganisationAskers } from './organisations/forget-organisations.ts'
export type { Merging } from './organisations/merge-organisations.ts'
export { applicationsToAnswer, claimsToAnswer } from './organisations/waiting.sql.ts'
export { tellOfTerms } from './organisations/tell-of-terms.ts'
export { addApplication, addClaim } from './organisations/applications.sql.ts'
export { addPost, organisationsActedFor } from './organisations/posts.sql.ts'
export { sortKeys } from './organisations/order.rules.ts'
