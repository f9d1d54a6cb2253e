import { type Instant, plus } from '#platform/time.ts'

export const proposalKinds = ['project', 'activity', 'process'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** unconfirmed: somebody typed an address, and its owner has not said yes. waiting: for the office of its side. */
export type ProposalState = 'unconfirmed' | 'waiting' | 'accepted' | 'declined' | 'withdrawn'

/** How a proposal stands for whoever made it: accepted ones wait for a slot, have one, or have been presented. */
export type ProposalStanding = ProposalState | 'scheduled' | 'presented'

/** What decides it: its state, and the hour it has a slot in, unless that was called off. */
export interface Standing {
  state: ProposalState
  hour: { ends_at: Instant } | null
}

export function standingOf({ state, hour }: Standing, now: Instant): ProposalStanding {
  if (state !== 'accepted' || !hour) return state
  return hour.ends_at <= now ? 'presented' : 'scheduled'
}

export type ChangeRefusal = 'scheduled' | 'over'

/** Until it has a slot its words can be changed: then they are announced. */
export function refusalToChange(standing: ProposalStanding): ChangeRefusal | null {
  if (standing === 'scheduled') return 'scheduled'
  return isOver(standing) ? 'over' : null
}

/** It can be withdrawn until it has been presented. */
export const refusalToWithdraw = (standing: ProposalStanding): 'over' | null =>
  isOver(standing) ? 'over' : null

export type DecideRefusal = 'answered' | 'withdrawn'

/** A proposal is answered once: whoever made it has the answer in a mail. */
export function refusalToDecide(state: ProposalState): DecideRefusal | null {
  if (state === 'withdrawn') return 'withdrawn'
  return state === 'waiting' ? null : 'answered'
}

/** Days in which the owner of the address can say that it is theirs. */
export const confirmDays = 7
/** So long after it was presented, declined or withdrawn the address is kept, for questions. */
export const addressKeptDays = 90
/** So many days after the owner of the address said that it is theirs it is kept at most, whatever happens. */
const addressKeptDaysMax = 730

/** Nothing more is going to happen: it was presented, declined or withdrawn. */
export const isOver = (standing: ProposalStanding): boolean =>
  standing === 'presented' || standing === 'declined' || standing === 'withdrawn'

/** When the address is forgotten: some time after all is over, and at last when its longest time is up; null while it is not known yet. */
export function addressKeptUntil(
  standing: ProposalStanding,
  since: { over: Instant | null; confirmed: Instant | null },
): Instant | null {
  const afterwards = isOver(standing) && since.over ? plus(since.over, { days: addressKeptDays }) : null
  const atMost = since.confirmed && plus(since.confirmed, { days: addressKeptDaysMax })
  if (afterwards && atMost) return afterwards < atMost ? afterwards : atMost
  return afterwards ?? atMost
}

const day = 24 * 60 * 60

/** However often a stranger types an address: so many mails a day may reach it. */
export const proposalsPerAddress = { max: 5, windowSeconds: day }
/** A whole conference room shares one network. */
export const proposalsPerNetwork = { max: 30, windowSeconds: 60 * 60 }
