/** What partnership can mean. */
export const partnerKinds = ['funding', 'premises', 'competence', 'time', 'evaluation'] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** Whole crowns, whole hours, or so many times. */
export const pledgeUnits = ['sek', 'hours', 'times'] as const
export type Unit = (typeof pledgeUnits)[number]

export type PledgeState = 'received' | 'talk' | 'agreed' | 'given' | 'thanked' | 'declined' | 'withdrawn'
export type PledgeStep = Exclude<PledgeState, 'received'>

/** What everybody may read: the name and the gift, the gift, or nothing but the sum of all gifts. */
export const publishing = ['named', 'unnamed', 'sums'] as const
export type Publish = (typeof publishing)[number]

/** Why the office says no to a pledge. "A gift buys no influence over goals" is one of them. */
export const declineReasons = [
  'not-needed',
  'asks-for-influence',
  'against-values',
  'came-to-nothing',
  'other',
] as const
/** Why whoever gives takes it back. */
export const withdrawReasons = ['changed-plans', 'came-to-nothing', 'other'] as const
export type EndReason = (typeof declineReasons)[number] | (typeof withdrawReasons)[number]

/** "Received, talk, agreed, given, thanked": one after the other, with a way out until it is given. */
const next: Record<PledgeState, readonly PledgeStep[]> = {
  received: ['talk', 'declined', 'withdrawn'],
  talk: ['agreed', 'declined', 'withdrawn'],
  agreed: ['given', 'declined', 'withdrawn'],
  given: ['thanked'],
  thanked: [],
  declined: [],
  withdrawn: [],
}

export const stepsFrom = (state: PledgeState): readonly PledgeStep[] => next[state]

export type StepRefusal = 'not-confirmed' | 'not-from-here' | 'changed-meanwhile' | 'no-gift' | 'year-closed'

interface Standing {
  state: PledgeState
  isConfirmed: boolean
  /** How many steps there were when whoever presses looked at it, and how many there are. */
  seen: number
  steps: number
}

interface Gift {
  /** Whether the report of the year it was given in has been approved, or is being. */
  isYearClosed: boolean
}

/** Whether a pledge can take this step now; two who look at it at once never both do. */
export function refusalToStep(pledge: Standing, step: PledgeStep, gift: Gift | null): StepRefusal | null {
  if (!pledge.isConfirmed) return 'not-confirmed'
  if (pledge.seen !== pledge.steps) return 'changed-meanwhile'
  if (!next[pledge.state].includes(step)) return 'not-from-here'
  if (step === 'given') {
    if (!gift) return 'no-gift'
    if (gift.isYearClosed) return 'year-closed'
  }
  return null
}

/** Whether an agreement can still be attached, or another in its place. */
export const mayAttach = (state: PledgeState): boolean =>
  state === 'talk' || state === 'agreed' || state === 'given' || state === 'thanked'

/** A gift of these states is counted on: it covers what is needed. */
export const coversNeed = (state: PledgeState): boolean =>
  state === 'agreed' || state === 'given' || state === 'thanked'
