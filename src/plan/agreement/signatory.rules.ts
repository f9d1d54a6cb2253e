import type { Instant } from '#platform/time.ts'

export const signatoryCategories = [
  'social-security',
  'health',
  'culture',
  'sports',
  'education',
  'other',
] as const
export type SignatoryCategory = (typeof signatoryCategories)[number]
export const signatoryStates = ['unconfirmed', 'waiting', 'joined', 'turned-down', 'left'] as const
export type SignatoryState = (typeof signatoryStates)[number]

/** "Active in Malmö, democratically built, the equal worth of all." */
export const conditions = ['active', 'democratic', 'equal-worth'] as const

/** So many days the mailed link that confirms is good. */
export const confirmDays = 14
export const asksPerNetwork = { max: 20, windowSeconds: 60 * 60 }
export const asksPerAddress = { max: 4, windowSeconds: 60 * 60 }

/** So long the name and address of whoever filled in a form are kept after it is of no use. */
export const forgetDays = 90

/** The mailed link is good for some days, and pressing it again changes nothing. */
export const isLinkOld = (one: { state: SignatoryState; asked_at: Instant }, oldBefore: Instant): boolean =>
  one.state === 'unconfirmed' && one.asked_at < oldBefore

export type DecideRefusal = 'not-confirmed' | 'decided-already' | 'reason-missing' | 'joined-already'

interface Decided {
  state: SignatoryState
  answer: 'accept' | 'turn-down'
  reason: string | null
  /** The same organisation stands on the list already. */
  isOnList: boolean
}

/** Who joins is decided by the office, once; turning somebody down takes a reason. */
export function refusalToDecide({ state, answer, reason, isOnList }: Decided): DecideRefusal | null {
  if (state === 'unconfirmed') return 'not-confirmed'
  if (state !== 'waiting') return 'decided-already'
  if (answer === 'accept') return isOnList ? 'joined-already' : null
  return reason ? null : 'reason-missing'
}

/** Only who stands on the list can leave it. */
export const refusalToLeave = ({ state }: { state: SignatoryState }): 'not-on-list' | null =>
  state === 'joined' ? null : 'not-on-list'
