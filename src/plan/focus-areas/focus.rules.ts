import { type Instant, plus } from '#platform/time.ts'

interface Call {
  opens_on: string
  closes_on: string
}

export type CallState = 'planned' | 'open' | 'closed'

/** Both its first and its last day belong to a call. */
export function callState({ opens_on, closes_on }: Call, today: string): CallState {
  if (today < opens_on) return 'planned'
  return today <= closes_on ? 'open' : 'closed'
}

export type ProposeRefusal = 'not-open-yet' | 'closed'

const whenNotOpen: Record<CallState, ProposeRefusal | null> = {
  planned: 'not-open-yet',
  open: null,
  closed: 'closed',
}

/** Anybody proposes while the call is open, and nobody before or after. */
export const refusalToPropose = (call: Call, today: string): ProposeRefusal | null =>
  whenNotOpen[callState(call, today)]

/** What has been chosen or not is supported no longer. */
export const refusalToSupport = (state: string): 'not-proposed' | null =>
  state === 'proposed' ? null : 'not-proposed'

/** Days in which the owner of an address can say that it was them. */
export const confirmDays = 7

/** What was sent in time counts, also when it is confirmed after the last day. */
export const refusalToConfirm = (sentAt: Instant, now: Instant): 'too-late' | null =>
  plus(sentAt, { days: confirmDays }) < now ? 'too-late' : null

export type JudgeRefusal = 'not-confirmed' | 'judged-already'

export function refusalToJudge(one: { confirmed_at: Instant | null; state: string }): JudgeRefusal | null {
  if (one.confirmed_at === null) return 'not-confirmed'
  return one.state === 'shown' ? 'judged-already' : null
}

export type NotChosenRefusal = 'still-open' | 'is-chosen'

/** That something is not chosen is said when nobody can propose any more; what stands in the plan is chosen. */
export function refusalToLeaveOut(state: string, call: Call | undefined, today: string) {
  if (state === 'chosen') return 'is-chosen' satisfies NotChosenRefusal
  const isOpen = call !== undefined && callState(call, today) !== 'closed'
  return isOpen ? ('still-open' satisfies NotChosenRefusal) : null
}

/** So few that the year is about something. */
export const areasMax = 5

export type ChooseRefusal = 'nothing-chosen' | 'too-many-areas' | 'call-is-open' | 'no-plan'

interface Choosing {
  chosen: number
  call: Call | undefined
  /** Whether a plan in force lasts in that year. */
  hasPlan: boolean
  today: string
}

/** The year's areas are proposed to the parties once everybody has had their say. */
export function refusalToChoose({ chosen, call, hasPlan, today }: Choosing): ChooseRefusal | null {
  if (!hasPlan) return 'no-plan'
  if (call && callState(call, today) !== 'closed') return 'call-is-open'
  if (chosen === 0) return 'nothing-chosen'
  return chosen > areasMax ? 'too-many-areas' : null
}

/** Addresses are kept so long after a call, to tell people what became of it. */
export const keptDays = 365

const day = 24 * 60 * 60
export const mailsPerAddress = { max: 6, windowSeconds: day }
/** A whole conference room shares one network. */
export const wishesPerNetwork = { max: 80, windowSeconds: 60 * 60 }
