import { jointDecisionItems, waitingSignatoryItems } from './agreement-items.ts'
import type { Asked, DeskItem } from './desk-item.ts'
import { focusItems } from './focus-items.ts'
import { answerItems, handOverItems, missingNoteItems } from './forum-items.ts'
import { hourItems } from './hour-items.ts'
import { nextPlanItems } from './next-plan-items.ts'
import { dueCommitmentItems, nobodysCommitmentItems, silentCommitmentItems } from './plan-items.ts'
import { promiseAtRiskItems, promiseMissedItems } from './promise-items.ts'
import { revisionItems } from './revision-items.ts'
import { steeringItems } from './steering-items.ts'
import { surveyItems, yearReportItems } from './year-items.ts'

/** What the parties owe each other and everybody: lines of the desk that are told once a month too. */
export const dutyKinds: readonly ((asked: Asked) => Promise<DeskItem[]>)[] = [
  missingNoteItems,
  answerItems,
  handOverItems,
  promiseAtRiskItems,
  promiseMissedItems,
  hourItems,
  focusItems,
  nobodysCommitmentItems,
  silentCommitmentItems,
  yearReportItems,
  surveyItems,
  nextPlanItems,
  revisionItems,
  dueCommitmentItems,
  steeringItems,
  jointDecisionItems,
  waitingSignatoryItems,
]

/** What a party may have answered by whoever stands in for its coordinators. */
export const answerKinds: readonly ((asked: Asked) => Promise<DeskItem[]>)[] = [
  revisionItems,
  jointDecisionItems,
]
