import { focusEntrances } from './focus-entrances.ts'
import type { Entrance } from './who-may-enter.ts'

type Says = (entrance: Entrance, ...patterns: string[]) => [string, Entrance][]

const nextPlan = '/office/next-plan'

/** Who gets in where plans are worded and the next one is made: everybody reads and comments, coordinators of either party do the rest. */
export const nextPlanEntrances = (pages: Says, both: Says): [string, Entrance][] => [
  ...focusEntrances(pages, both),
  ...pages('everybody', '/plan/next', '/plan/next/commitments', '/plan/next/asked'),
  ...both('everybody', '/plan/next/comment/:part'),
  ...both('link', '/plan/next/mine/:token', '/plan/next/answer/:token'),
  ...pages('coordinator', nextPlan, `${nextPlan}/commitments`, `${nextPlan}/gather`, `${nextPlan}/draft`),
  ...pages('coordinator', `${nextPlan}/comments`, `${nextPlan}/comments.csv`),
  ...both('coordinator', `${nextPlan}/begin`, `${nextPlan}/commitments/ask`, `${nextPlan}/words`),
  ...both('coordinator', `${nextPlan}/commitments/:number`, `${nextPlan}/gather/:source`),
  ...both('coordinator', `${nextPlan}/paragraphs/:paragraph`, `${nextPlan}/draft/:commitment`),
  ...both('coordinator', `${nextPlan}/consultation`, `${nextPlan}/comments/:comment`, `${nextPlan}/answer`),
  ...both('coordinator', `${nextPlan}/approvals`),
  ...pages('coordinator', '/office/plans'),
  ...both('coordinator', '/office/agreement', '/office/plans/:slug'),
]
