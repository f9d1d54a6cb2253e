import { type Asked, type DeskItem } from './desk-item.ts'
import { draftEventItems, fewSignUpItems, fillingEventItems } from './event-items.ts'
import { answerKinds, dutyKinds } from './duty-kinds.ts'
import { firstStepItems } from './first-steps.ts'
import { ideaAnswerItems, ideaAppealItems, ideaReportItems, newIdeaItems } from './idea-items.ts'
import { failedJobItems, failedMailItems, keptMailItems, waitingMailItems } from './machine-items.ts'
import { inboxItem } from './inbox/desk-items.ts'
import { lateNeedItems, newNeedItems, newOfferItems } from './need-items.ts'
import { organisationItems } from './organisation-items.ts'
import { unconfirmedItems } from './partnership-items.ts'
import { unansweredMatchItems } from './need-offer-items.ts'
import { themeProposalItems, themeToSetItems } from './theme-items.ts'
import { pledgeItems } from './pledge-items.ts'
import { statementItems } from './statement-items.ts'
import { byUrgency } from './urgency.rules.ts'

/** Everything that may need a coordinator: one query each, one rule each. */
const kinds: readonly ((asked: Asked) => Promise<DeskItem[]>)[] = [
  failedMailItems,
  waitingMailItems,
  keptMailItems,
  failedJobItems,
  inboxItem,
  organisationItems,
  newIdeaItems,
  ideaAnswerItems,
  ideaReportItems,
  ideaAppealItems,
  pledgeItems,
  newNeedItems,
  newOfferItems,
  lateNeedItems,
  unansweredMatchItems,
  unconfirmedItems,
  fillingEventItems,
  fewSignUpItems,
  draftEventItems,
  themeProposalItems,
  themeToSetItems,
  statementItems,
  ...dutyKinds,
  firstStepItems,
]

/** What needs the coordinators today, the most urgent first. */
export const gatherDesk = (asked: Asked): Promise<DeskItem[]> => gather(kinds, asked)

/** What a substitute may answer for the party that named them. */
export const gatherAnswers = (asked: Asked): Promise<DeskItem[]> => gather(answerKinds, asked)

async function gather(some: typeof kinds, asked: Asked): Promise<DeskItem[]> {
  const items = await Promise.all(some.map((itemsOf) => itemsOf(asked)))
  return items.flat().toSorted(byUrgency)
}
