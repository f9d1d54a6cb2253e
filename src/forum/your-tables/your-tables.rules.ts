import type { Instant } from '#platform/time.ts'

export type RoundState = 'now' | 'next' | 'later' | 'over'

interface Round {
  number: number
  started_at: Instant | null
  ended_at: Instant | null
}

/**
 * Where each round stands: one runs from its start until its end or until another begins, however late that is pressed;
 * `isOver` once the whole forum is.
 */
export function statesOfRounds(rounds: readonly Round[], isOver: boolean): Map<number, RoundState> {
  const inOrder = rounds.toSorted((one, other) => one.number - other.number)
  const lastStarted = inOrder.findLast(({ started_at }) => started_at !== null)?.number ?? 0
  const stateOf = ({ number, ended_at }: Round): RoundState => {
    if (isOver || number < lastStarted || ended_at !== null) return 'over'
    if (number === lastStarted) return 'now'
    return inOrder.find((one) => one.number > lastStarted)?.number === number ? 'next' : 'later'
  }
  return new Map(inOrder.map((round) => [round.number, stateOf(round)]))
}

const order: readonly RoundState[] = ['now', 'next', 'later', 'over']

/** The round that runs now first, then those to come, and last what is over. */
export const inReadingOrder = <R extends { number: number; state: RoundState }>(rounds: readonly R[]): R[] =>
  rounds.toSorted(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.number - other.number,
  )

export interface Change {
  round: number
  /** The table that was told before, and the one now; null for none. */
  was: number
  now: number | null
}

interface SeatOf {
  round: number
  table: number
}

/** What is new to somebody who was told other tables before, in rounds that are not over. */
export const changesSince = (
  told: readonly SeatOf[],
  seats: readonly SeatOf[],
  states: ReadonlyMap<number, RoundState>,
): Change[] =>
  told
    .filter(({ round }) => states.get(round) !== 'over')
    .map(({ round, table }) => ({
      round,
      was: table,
      now: seats.find((seat) => seat.round === round)?.table ?? null,
    }))
    .filter(({ was, now }) => was !== now)
    .toSorted((one, other) => one.round - other.round)
