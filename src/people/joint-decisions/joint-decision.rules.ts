import type { Acting } from '../substitute.rules.ts'

export const jointKinds = ['take-in-party', 'adopt-goal', 'close-goal', 'adopt-agreement'] as const
export type JointKind = (typeof jointKinds)[number]
export const jointStates = ['open', 'carried', 'refused', 'withdrawn'] as const
export type JointState = (typeof jointStates)[number]
export type Answer = 'yes' | 'no'

export type JointRefusal =
  | 'not-a-party'
  | 'ended-already'
  | 'answered-already'
  | 'no-needs-a-reason'
  | 'changed-meanwhile'

interface Answering {
  /** For whom they answer; null for somebody who speaks for no party today. */
  acting: Acting | null
  /** The parties that are joined today. */
  joined: readonly string[]
  state: JointState
  answered: readonly string[]
  answer: Answer
  hasReason: boolean
}

/** Why an answer does not count; null when it does. */
export function refusalToAnswer(one: Answering): JointRefusal | null {
  const { acting } = one
  if (!acting || !one.joined.includes(acting.party)) return 'not-a-party'
  if (one.state !== 'open') return 'ended-already'
  if (one.answered.includes(acting.party)) return 'answered-already'
  return one.answer === 'no' && !one.hasReason ? 'no-needs-a-reason' : null
}

/** Nothing without both: decided once every party that is joined has said yes, refused by the first no. */
export function outcomeOf(
  answers: readonly { party_id: string; answer: Answer }[],
  joined: readonly string[],
): 'open' | 'carried' | 'refused' {
  if (answers.some(({ answer }) => answer === 'no')) return 'refused'
  const yes = new Set(answers.map(({ party_id }) => party_id))
  return joined.length > 0 && joined.every((party) => yes.has(party)) ? 'carried' : 'open'
}

export type WithdrawalRefusal = 'not-your-question' | 'ended-already'

/** Only the party that asked takes its question back; the others say no. */
export function refusalToWithdraw(
  acting: Acting | null,
  decision: { party_id: string; state: JointState },
): WithdrawalRefusal | null {
  if (acting?.party !== decision.party_id) return 'not-your-question'
  return decision.state === 'open' ? null : 'ended-already'
}

export type ProposePartyRefusal = 'too-early' | 'coordinates-already'

interface ProposedParty {
  fromDay: string
  today: string
  /** Whether the person who is to speak for it coordinates for a party already. */
  coordinates: boolean
}

/** A party joins on a day on which nothing can have been decided yet, with somebody who speaks for it alone. */
export function refusalToProposeParty(one: ProposedParty): ProposePartyRefusal | null {
  if (one.fromDay <= one.today) return 'too-early'
  return one.coordinates ? 'coordinates-already' : null
}
