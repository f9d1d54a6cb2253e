export const partyStandings = ['joined', 'paused', 'left'] as const
export type PartyStanding = (typeof partyStandings)[number]

/** How a party stands from a day on ('YYYY-MM-DD', where people live). */
export interface Standing {
  party_id: string
  standing: PartyStanding
  from_day: string
}

/** What was said last about a party up to a day; without a day, ever. */
export const latestOf = <T extends Standing>(all: readonly T[], party: string, day?: string): T | undefined =>
  all
    .filter((one) => one.party_id === party && (day === undefined || one.from_day <= day))
    .toSorted((one, other) => one.from_day.localeCompare(other.from_day))
    .at(-1)

/** The parties that decide on a day: those that have joined, and have not paused or left since. */
export const joinedOn = (all: readonly Standing[], day: string): string[] =>
  [...new Set(all.map(({ party_id }) => party_id))].filter(
    (party) => latestOf(all, party, day)?.standing === 'joined',
  )

export type StandingRefusal =
  | 'not-your-party'
  | 'stands-so-already'
  | 'has-left'
  | 'too-early'
  | 'asked-that-day'
  | 'nobody-left'

interface Wanted {
  /** The party of whoever acts, by its id. */
  ownParty: string
  party: string
  to: PartyStanding
  fromDay: string
  today: string
  /** The latest day on which the parties were asked about a change of the plan that waits for answers. */
  askedOn: string | null
  all: readonly Standing[]
}

/**
 * A party says itself that it pauses, comes back or leaves, beforehand; and one party always stays to decide, on that
 * day and on every day after it. Whoever was asked about a change of the plan stands that day as they did when asked: the yes
 * that is missing stays missing.
 */
export function refusalToStand(wanted: Wanted): StandingRefusal | null {
  const { party, to, fromDay, all } = wanted
  if (party !== wanted.ownParty) return 'not-your-party'
  const last = latestOf(all, party)
  if (last?.standing === 'left') return 'has-left'
  if (last?.standing === to) return 'stands-so-already'
  if (isEarly(wanted) || (last && fromDay <= last.from_day)) return 'too-early'
  if (wanted.askedOn !== null && fromDay <= wanted.askedOn) return 'asked-that-day'
  return to === 'joined' || someoneStays(wanted) ? null : 'nobody-left'
}

// Something may have been decided today, by those who are joined today: whoever comes back does so tomorrow.
const isEarly = ({ to, fromDay, today }: Wanted): boolean =>
  to === 'joined' ? fromDay <= today : fromDay < today

function someoneStays({ party, fromDay, all }: Wanted): boolean {
  const others = [...new Set(all.map((one) => one.party_id))].filter((id) => id !== party)
  return others.some((id) => {
    const theirs = latestOf(all, id)
    return theirs?.standing === 'joined' && theirs.from_day <= fromDay
  })
}

/**
 * From which day a party that all have said yes to decides with them: the day that was proposed, and tomorrow at the
 * earliest. Something may have been decided today, by those who are joined today.
 */
export const joinsOn = (proposed: string, tomorrow: string): string =>
  proposed > tomorrow ? proposed : tomorrow
