export type SubstituteRefusal =
  | 'not-your-party'
  | 'backwards'
  | 'too-early'
  | 'too-long'
  | 'coordinates-already'
  | 'stands-in-for-another'

/** A substitute bridges an absence; who is needed for longer is named coordinator. */
export const substituteDaysMax = 90

interface Named {
  /** The party of whoever names them, and the party they would stand in for, by their ids. */
  ownParty: string
  party: string
  fromDay: string
  untilDay: string
  /** The last day that is allowed, counted from the first. */
  lastDay: string
  today: string
  /** Whether the person coordinates for a party, whichever it is. */
  coordinates: boolean
  /** Whether the person stands in for another party on some of these days. */
  standsInElsewhere: boolean
}

/** Named beforehand by the party itself, never by another, for some days. */
export function refusalToNameSubstitute(named: Named): SubstituteRefusal | null {
  const { fromDay, untilDay } = named
  if (named.party !== named.ownParty) return 'not-your-party'
  if (untilDay < fromDay) return 'backwards'
  if (fromDay < named.today) return 'too-early'
  if (untilDay > named.lastDay) return 'too-long'
  if (named.coordinates) return 'coordinates-already'
  return named.standsInElsewhere ? 'stands-in-for-another' : null
}

export type EndSubstituteRefusal = 'not-your-party' | 'ended-already'

/** The party that named a substitute may end it early. */
export function refusalToEndSubstitute(substitute: {
  ownParty: string
  party: string
  endedAt: string | null
}): EndSubstituteRefusal | null {
  if (substitute.party !== substitute.ownParty) return 'not-your-party'
  return substitute.endedAt ? 'ended-already' : null
}

/** For whom somebody answers. */
export interface Acting {
  party: string
  asSubstitute: boolean
}

interface StandIn {
  party_id: string
  from_day: string
  until_day: string
  ended_at: string | null
}

/**
 * For which party somebody may answer on a day: a coordinator for their own, a substitute for the one that named them
 * and on the days it named. Nobody for two, and nobody for the other.
 */
export function actsFor(
  coordinatesFor: string | null,
  substitutes: readonly StandIn[],
  day: string,
): Acting | null {
  if (coordinatesFor) return { party: coordinatesFor, asSubstitute: false }
  const now = substitutes.find(
    ({ from_day, until_day, ended_at }) => ended_at === null && from_day <= day && day <= until_day,
  )
  return now ? { party: now.party_id, asSubstitute: true } : null
}
