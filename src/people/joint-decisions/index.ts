export { type Asked, askedWith, takeAnswer, todayOf } from './asked.ts'
export { answerJointly, askJointly, type CarryOut, signedOnPaper } from './decide-jointly.ts'
export { JointDecisionPart } from './joint-decision.page.tsx'
export type { JointKind, JointRefusal } from './joint-decision.rules.ts'
export {
  answersTo,
  decisionsAbout,
  type JointDecision,
  openDecisionAbout,
  openDecisions,
} from './joint-decisions.sql.ts'
export { settleOpen } from './settle-open.ts'
export { takeInParty } from './take-in-party.ts'
