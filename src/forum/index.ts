export type { AnswerKind, RecommendationState } from './recommendation.rules.ts'
export { answerKinds, stateOf } from './recommendation.rules.ts'
export { type Recommendation, recommendationWithId } from './recommendations.sql.ts'
export type { ForumTables } from './tables.ts'
