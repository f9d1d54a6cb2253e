export { type Asked, askedWith, takeAnswer, todayOf } from './asked.ts'
export { askJointly, signedOnPaper } from './decide-jointly.ts'
export { JointDecisionPart } from './joint-decision.page.tsx'
export type { JointKind, JointRefusal } from './joint-decision.rules.ts'
export {
  decisionsAbout,
  type JointDecision,
  openDecisionAbout,
  openDecisions,
} from './joint-decisions.sql.ts'
