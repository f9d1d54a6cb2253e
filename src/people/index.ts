export { decidesFor, partiesActedFor, substitutesNow } from './decides-for.sql.ts'
export { coordinatorsNow } from './coordinators.sql.ts'
export {
  answerJointly,
  answersTo,
  type Asked,
  askedWith,
  askJointly,
  type CarryOut,
  decisionsAbout,
  type JointDecision,
  JointDecisionPart,
  type JointRefusal,
  openDecisionAbout,
  openDecisions,
  settleOpen,
  signedOnPaper,
  takeAnswer,
  takeInParty,
  todayOf,
} from './joint-decisions/index.ts'
export { lookOf } from './looks.rules.ts'
export { answersForParty, coordinator, memberOf, memberVisiting, signedIn } from './member.ts'
export { firstCoordinatorsToken } from './name-first-coordinators.ts'
export { addPerson, personWithEmail } from './people.sql.ts'
export { addParty, partiesInOrder, partiesOn } from './standings.sql.ts'
export { makeLink } from './request-link.ts'
export { peopleRoutes } from './routes.tsx'
export { type SampleRole, sampleRoles } from './sample-roles.sql.ts'
export { forgetOldSessions } from './sessions.sql.ts'
export type { PeopleTables } from './tables.ts'
export type { Acting } from './substitute.rules.ts'
export type { PartyStanding } from './party-standing.rules.ts'
export { standings } from './standings.sql.ts'
export { substitutesFrom } from './substitutes.sql.ts'
