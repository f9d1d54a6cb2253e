import { type Instant, plus } from '#platform/time.ts'
import { peopleToTellMin } from './singled-out.rules.ts'

/** A map is drawn no more often than this, however many vote. */
const secondsBetweenMin = 15
/** Whoever began to draw and says nothing any more, for so long, has stopped. */
export const drawingMinutesMax = 5
/** Drawing that failed is tried again after this. */
export const failedAgainMinutes = 2

export interface MapState {
  /** When the map was computed last; null before the first time. */
  computed_at: Instant | null
  /** Votes were cast, statements turned down, or sectors told since. */
  hasChanges: boolean
  /** Until when somebody else draws it. */
  until: Instant | null
  closes_at: Instant
  closed_at: Instant | null
}

export const closedSince = ({ closed_at, closes_at }: Pick<MapState, 'closed_at' | 'closes_at'>): Instant =>
  closed_at !== null && closed_at < closes_at ? closed_at : closes_at

/** Whether a map is to be drawn now. Drawing that was never finished is begun again; after the last vote it is drawn once more. */
export function isToBeDrawn(state: MapState, now: Instant): boolean {
  const { computed_at, hasChanges, until } = state
  if (until !== null && until > now) return false
  if (computed_at !== null && computed_at > plus(now, { seconds: -secondsBetweenMin })) return false
  if (hasChanges || until !== null) return true
  const end = closedSince(state)
  return computed_at !== null && computed_at < end && end <= now
}

export interface Since {
  /** What everybody sees now is of this moment; null when nobody sees anything yet. */
  shownOf: Instant | null
  isClosed: boolean
  /** How many people have voted since then. */
  people: number
  /** A statement that is shown has been turned down, or reworded. */
  isStatementGone: boolean
}

/**
 * Whether what everybody sees follows the new map. While people vote it changes only when five more have voted: from two pictures with
 * one vote between them, anybody could read that vote. What was turned down goes at once; after the voting everything is shown.
 */
export const isRenewed = ({ shownOf, isClosed, people, isStatementGone }: Since): boolean =>
  shownOf === null || isClosed || isStatementGone || people >= peopleToTellMin
