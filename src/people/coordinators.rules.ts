import type { Instant } from '#platform/time.ts'

export type NamingRefusal = 'not-your-party' | 'coordinates-already'
export type EndingRefusal = 'not-your-party' | 'ended-already' | 'last-coordinator'

interface Place {
  /** The party of whoever acts, by its id. */
  ownParty: string
  /** The party it is about. */
  party: string
  /** How many coordinate for that party now. */
  coordinators: number
}

/**
 * Each party chooses who speaks for it. Only a party that nobody speaks for yet gets its first coordinator from
 * another: otherwise one that was left empty at the start could never get any.
 */
export const mayNameFor = ({ ownParty, party, coordinators }: Place): boolean =>
  party === ownParty || coordinators === 0

/** Why nobody, or not this person, is named coordinator; null when it may be done. */
export function refusalToName(place: Place & { coordinatesAlready: boolean }): NamingRefusal | null {
  if (!mayNameFor(place)) return 'not-your-party'
  return place.coordinatesAlready ? 'coordinates-already' : null
}

/** Why somebody goes on as coordinator; null when it may end. */
export function refusalToEnd(place: Place & { until: Instant | null }): EndingRefusal | null {
  if (place.party !== place.ownParty) return 'not-your-party'
  if (place.until) return 'ended-already'
  return place.coordinators <= 1 ? 'last-coordinator' : null
}
