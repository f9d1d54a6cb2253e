export { commitmentLinks } from './commitment-links.ts'
export {
  type Commitment,
  commitmentsOfGoal,
  commitmentsOfRecommendations,
  commitmentsWithIds,
  commitmentsWithoutUpdate,
  commitmentWithNumber,
} from './commitments.sql.ts'
export { createCommitment, type NewCommitment } from './create-commitment.ts'
export { type Goal, goalsWithIds, goalWithNumber } from './goals.sql.ts'
export { loadAgreement } from './load-agreement.ts'
export { plans } from './plans.sql.ts'
export { type PlanOptions, planRoutes } from './routes.tsx'
export { sdgLine } from './sdg-tiles.page.tsx'
export { StandingTag, standingToday } from './standing.page.tsx'
export type { PlanTables } from './tables.ts'
