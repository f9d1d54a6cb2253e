export type ProposeRefusal = 'no-round-left' | 'nobody-chosen' | 'nobody-left'

interface Wanted {
  rounds: number
  afterRound: number
  away: number
  seated: number
  /** How many have a seat in the rounds to come. */
  told: number
}

/** Why nothing can be proposed: all rounds are over, nothing is different, or nobody would be left. */
export function refusalToPropose({ rounds, afterRound, away, seated, told }: Wanted): ProposeRefusal | null {
  if (afterRound >= rounds) return 'no-round-left'
  if (away + seated === 0) return 'nobody-chosen'
  return told - away + seated <= 0 ? 'nobody-left' : null
}

export type TakeRefusal = 'taken-already' | 'seats-have-changed'

/** Why a proposal can't be taken: nobody overwrites seats that they have not seen. */
export function refusalToTake(
  proposal: { taken_at: string | null; version: number },
  version: number,
): TakeRefusal | null {
  if (proposal.taken_at !== null) return 'taken-already'
  return proposal.version === version ? null : 'seats-have-changed'
}

/** The last round that has begun: those who sit in it stay where they are. 0 before the first. */
export const lastBegun = (rounds: readonly { number: number; started_at: string | null }[]): number =>
  Math.max(0, ...rounds.filter(({ started_at }) => started_at !== null).map(({ number }) => number))

export type WhyNotTicked = 'nobody-checked-in' | 'too-few-checked-in'

interface CheckedIn {
  /** How many have a seat in the rounds to come, and how many of them are checked in. */
  told: number
  checkedIn: number
  /** The first round has begun. */
  hasBegun: boolean
}

/**
 * Why those who are not checked in are not taken to be missing, or null when they are. Before half have come the others
 * are most likely still in the queue; once a round runs, whoever is not in is late or absent.
 */
export function whyNotTicked({ told, checkedIn, hasBegun }: CheckedIn): WhyNotTicked | null {
  if (checkedIn === 0) return 'nobody-checked-in'
  return hasBegun || checkedIn * 2 >= told ? null : 'too-few-checked-in'
}

interface AtTable {
  id: string
  part: string
  speaks: readonly string[]
  /** How many of the rounds to come they sit at this table. */
  rounds: number
}

/**
 * Who could host a table that has lost its host: whoever takes notes there, else who stays longest, else who speaks most
 * languages. Somebody who interprets has enough to do, and whoever leads the conversation speaks Swedish.
 */
export function whoCouldHost(people: readonly AtTable[]): string | null {
  const able = people.filter(({ part, speaks }) => part !== 'interpreter' && speaks.includes('sv'))
  const weight = ({ part, rounds, speaks }: AtTable): number =>
    (part === 'note-taker' ? 10_000 : 0) + rounds * 100 + speaks.length
  const [first] = able.toSorted((one, other) => weight(other) - weight(one) || (one.id < other.id ? -1 : 1))
  return first?.id ?? null
}
