import { type Asked, type DeskItem } from './desk-item.ts'
import { draftEventItems, fewSignUpItems, fillingEventItems } from './event-items.ts'
import { firstStepItems } from './first-steps.ts'
import { answerItems, handOverItems, missingNoteItems } from './forum-items.ts'
import { hourItems } from './hour-items.ts'
import { ideaAnswerItems, ideaAppealItems, ideaReportItems, newIdeaItems } from './idea-items.ts'
import { failedJobItems, failedMailItems, keptMailItems, waitingMailItems } from './machine-items.ts'
import { lateNeedItems, newNeedItems, newOfferItems } from './need-items.ts'
import { nextPlanItems } from './next-plan-items.ts'
import { silentCommitmentItems } from './plan-items.ts'
import { promiseAtRiskItems, promiseMissedItems } from './promise-items.ts'
import { themeProposalItems, themeToSetItems } from './theme-items.ts'
import { statementItems } from './statement-items.ts'
import { byUrgency } from './urgency.rules.ts'
import { surveyItems, yearReportItems } from './year-items.ts'

/** Everything that may need a coordinator: one query each, one rule each. */
const kinds: readonly ((asked: Asked) => Promise<DeskItem[]>)[] = [
  failedMailItems,
  waitingMailItems,
  keptMailItems,
  failedJobItems,
  missingNoteItems,
  answerItems,
  handOverItems,
  newIdeaItems,
  ideaAnswerItems,
  ideaReportItems,
  ideaAppealItems,
  newNeedItems,
  newOfferItems,
  lateNeedItems,
  fillingEventItems,
  fewSignUpItems,
  draftEventItems,
  promiseAtRiskItems,
  promiseMissedItems,
  hourItems,
  themeProposalItems,
  themeToSetItems,
  statementItems,
  silentCommitmentItems,
  yearReportItems,
  surveyItems,
  nextPlanItems,
  firstStepItems,
]

/** What needs the coordinators today, the most urgent first. */
export async function gatherDesk(asked: Asked): Promise<DeskItem[]> {
  const items = await Promise.all(kinds.map((itemsOf) => itemsOf(asked)))
  return items.flat().toSorted(byUrgency)
}
