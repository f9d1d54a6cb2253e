export { commitmentLinks } from './commitment-links.ts'
export { type CommitmentState, commitmentStates, type Standing, standingOf } from './commitment.rules.ts'
export {
  type Commitment,
  commitmentsOfGoal,
  commitmentsOfPlan,
  commitmentsOfRecommendations,
  commitmentsWithoutUpdate,
  commitmentWithNumber,
} from './commitments.sql.ts'
export { createCommitment, type NewCommitment } from './create-commitment.ts'
export { currentGoals, type Goal, goalWithNumber } from './goals.sql.ts'
export { loadAgreement } from './load-agreement.ts'
export { insertPlan as addPlan, latestPlan } from './plans.sql.ts'
export { type PlanOptions, planRoutes } from './routes.tsx'
export { sdgLine } from './sdg-tiles.page.tsx'
export { Owners, StandingTag, standingToday } from './standing.page.tsx'
export type { Plan, PlanTables } from './tables.ts'
export { updateCommitment } from './update-commitment.ts'
export { latestUpdates } from './updates.sql.ts'
