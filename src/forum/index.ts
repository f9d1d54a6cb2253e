export type { CommitmentLink, CommitmentOf } from './commitments.ts'
export { answersDue, notesMissing, waitingToBeHandedOver } from './desk.sql.ts'
export { changedTablesMail } from './reseating/changed-tables.mail.ts'
export { lookBack } from './encounters/look-back.ts'
export { rememberSeats } from './encounters/remember-encounters.ts'
export { statementsWaiting } from './statements/dialogues.sql.ts'
export { createDialogue } from './statements/save-dialogue.ts'
export { forgetVoters } from './statements/forget-voters.ts'
export { askAboutSteps } from './answers/follow-steps.ts'
export { forgetReceivers, remindReceivers } from './answers/remind-receivers.ts'
export { tellOfAnswers } from './answers/tell-of-answers.ts'
export { eventParts } from './event-parts.tsx'
export { forgetCommitments, remindOfCommitments } from './forum-day/commitments/remind-of-commitments.ts'
export { answerKinds, stateOf } from './recommendation.rules.ts'
export { handOverRecommendation } from './hand-over-recommendation.ts'
export { mayBecomeCommitment } from './recommendation.rules.ts'
export { type Recommendation, recommendationWithId } from './recommendations.sql.ts'
export { forumRoutes } from './routes.tsx'
export type { Person as SeatingPerson, Problem as SeatingProblem } from './seating/problem.ts'
export { wipeSeating } from './seating-plan/wipe-seating.ts'
export { seat } from './seating/seat.ts'
export { drawDueMaps, drawMapHere } from './map/draw-maps.ts'
export { showClosedMaps } from './map/show-map.ts'
export {
  correctionsUntil,
  type NoteState,
  partiesMissing,
  refusalToAnswer,
  refusalToApprove,
  refusalToCorrect,
  refusalToPublish,
  refusalToSend,
  refusalToWriteNote,
} from './note.rules.ts'
export { remindOfNotes } from './minutes/remind-of-notes.ts'
export { receiverOf, standingInWords } from './standing.page.tsx'
export type { ForumTables } from './tables.ts'
export { writeNote } from './write-note.ts'
export { writeRecommendation } from './write-recommendation.ts'
export { forgetHistory } from './table-notes/forget-history.ts'
