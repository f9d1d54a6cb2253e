/** "Active in Malmö, democratically built, equal worth of all": the agreement's conditions, ticked one by one. */
export const conditions = ['active-in-malmo', 'democratic', 'equal-worth'] as const
export type Condition = (typeof conditions)[number]

export const applicationStates = [
  'unconfirmed',
  'waiting',
  'to-complete',
  'verified',
  'turned-down',
  'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** What can be done with an application, by whom, and what it becomes. */
export const answers = ['verify', 'ask-to-complete', 'turn-down'] as const
export type JoinAnswer = (typeof answers)[number]

export type DecideJoinRefusal =
  | 'not-confirmed'
  | 'decided-already'
  | 'with-the-applicant'
  | 'reason-missing'
  | 'name-taken'
  | 'number-taken'

interface Asked {
  state: ApplicationState
  answer: JoinAnswer
  reason: string | null
  isNameTaken: boolean
  isNumberTaken: boolean
}

/** Public only after it was verified; a no and a question come with a reason. */
export function refusalToAnswer(asked: Asked): DecideJoinRefusal | null {
  const { state, answer, reason } = asked
  if (state === 'unconfirmed') return 'not-confirmed'
  if (state === 'to-complete' && answer !== 'turn-down') return 'with-the-applicant'
  if (state !== 'waiting' && state !== 'to-complete') return 'decided-already'
  if (answer !== 'verify') return reason === null ? 'reason-missing' : null
  if (asked.isNameTaken) return 'name-taken'
  return asked.isNumberTaken ? 'number-taken' : null
}

/** Whoever applied changes the words while it is their turn, or nobody has read it. */
export const mayComplete = (state: ApplicationState): boolean =>
  state === 'waiting' || state === 'to-complete'

/** Days in which an address is confirmed; then everything that came with it is forgotten. */
export const confirmDays = 7
/** Months after a decision until nobody knows any longer who asked. */
export const monthsKept = 3
/** Months after a post ended until it is forgotten who held it. */
export const postMonthsKept = 12
