export { answerRevision, type Answered } from './answer-revision.ts'
export { lastAskedOn, partiesAsked } from './asked.sql.ts'
export { ownerId } from './change.ts'
export type {
  Change,
  ChangeInput,
  CommitmentWords,
  FocusAreas,
  NewCommitmentWords,
  Owner,
  PlanWords,
} from './change.ts'
export { type Edit, editRevision } from './edit-revision.ts'
export type { Misfit } from './fits.rules.ts'
export type { Means } from './means.ts'
export { proposalFrom } from './proposal-from.ts'
export { keptByNobody } from './nobodys.sql.ts'
export { draftRevision, type NewRevision, proposeChange, type Proposed } from './propose-revision.ts'
export { changesOf, changesOfAll, type Revision, revisionWithId } from './revisions.sql.ts'
export { revisionTitle } from './revision-title.ts'
export { remindOfRevisions, settleRevisions } from './settle-revisions.ts'
export { commitmentsNow } from './standing-now.sql.ts'
export { filledWith } from './change-commitment.ts'
export { namesIn } from './names.sql.ts'
export { type IntoRevision, intoOf, takeProposal } from './take-proposal.ts'
export { withdrawRevision } from './withdraw-revision.ts'
