export { commitmentLinks } from './commitment-links.ts'
export { draftsAfterMerging, obstacleToMerging, ownersAfterMerging } from './merged-owners.sql.ts'
export { signatoriesAfterMerging } from './agreement/merged-signatories.sql.ts'
export { proposalFrom } from './revisions/index.ts'
export {
  type Commitment,
  commitmentsDue,
  commitmentsWithIds,
  commitmentsWithoutUpdate,
} from './commitments.sql.ts'
export { type NewCommitment, proposeCommitment } from './create-commitment.ts'
export { focusDesk } from './focus-areas/desk.sql.ts'
export { forgetProposers, tellProposers } from './focus-areas/tell-proposers.ts'
export { adoptedGoals, type Goal, goalsWithIds } from './goals/goals.sql.ts'
export { addDecisionOf } from './agreement/add-papers.ts'
export { agreementInForce } from './agreement/agreement.sql.ts'
export { askAboutVersion, carryOutVersion, draftVersion } from './agreement/draft-version.ts'
export {
  addOriginal,
  changeVersion,
  versions as agreementVersions,
  versionWithNumber,
} from './agreement/versions.sql.ts'
export { signatoryCategories } from './agreement/signatory.rules.ts'
export { loadAgreement } from './agreement/load-agreement.ts'
export { forgetSignatoryAskers } from './agreement/decide-signatory.ts'
export { settleQuestions } from './agreement/settle-questions.ts'
export { signatoriesIn } from './agreement/signatories.sql.ts'
export { plans } from './plans.sql.ts'
export { principlesToAskBy } from './principles-survey/plan-survey.ts'
export { forgetPeopleOfPlans } from './forget-people.ts'
export { followSurveys } from './principles-survey/follow-surveys.ts'
export { tellOwners } from './successor/approvals/tell-owners.ts'
export { surveysForDesk } from './principles-survey/desk.sql.ts'
export { knownOf } from './principles-survey/survey.rules.ts'
export { type PlanOptions, planRoutes } from './routes.tsx'
export { forgetMembers } from './steering-group/seats/forget-members.ts'
export { steeringDesk } from './steering-group/steering-desk.ts'
export { tellMembers } from './steering-group/meetings/tell-members.ts'
export { forgetNominations } from './steering-group/nominations/forget-nominations.ts'
export { decidedAboutNumber } from './steering-group/decided-part.tsx'
export { sdgLine } from './goals/sdg-tiles.page.tsx'
export { StandingTag, standingToday } from './standing.page.tsx'
export type { PlanTables } from './tables.ts'
export { approveReport, publishReport } from './year-report/approve-report.ts'
export type { WrittenPart, YearContent } from './year-report/content.ts'
export { writeGift } from './year-report/edit-gifts.ts'
export { loadForOffice } from './year-report/load-report.ts'
export { outcomePart } from './year-report/outcome-part.tsx'
export { approvalsOf, isYearHeld, reportOfYear, reports } from './year-report/reports.sql.ts'
export { beginReport, writePart } from './year-report/write-report.ts'
export { nextPlanDesk } from './successor/desk.ts'
export {
  type Change,
  changesOf,
  type CommitmentWords,
  keptByNobody,
  type Owner,
  type Revision,
  remindOfRevisions,
  revisionWithId,
  settleRevisions,
} from './revisions/index.ts'
export { revisionStates } from './revisions/revision.rules.ts'
export { revisionTitle } from './revisions/revision-title.ts'
export { lastAskedOn } from './revisions/index.ts'
export { revisionsAwaited } from './revisions/desk.sql.ts'
