import type { Capacity } from '../tables.ts'
import type { InvitedAnswer } from './invitation.rules.ts'
import { capacityOfGroup } from './still-missing.rules.ts'

interface Invitation {
  capacity: Capacity | null
  answer: InvitedAnswer
}

/** People of one sector who have signed up, by an invitation or without. */
export interface SignedUp {
  capacity: Capacity
  coming: number
  waiting: number
}

/** How one sector has answered: its invitations, and everybody of it who comes or waits, invited or not. */
export interface SectorSummary {
  /** null: what they take part as is not known. */
  capacity: Capacity | null
  invited: number
  coming: number
  waiting: number
  declined: number
  /** Those who have been asked, or are still to be asked, and have said nothing. */
  missing: number
}

const hasSaidNothing = (answer: InvitedAnswer): boolean =>
  answer === 'no-answer' || answer === 'mail-failed' || answer === 'not-sent'

/** In numbers, sector by sector in the order given; sectors that nobody was invited or has signed up from are left out. */
export function summaryOf(
  invitations: readonly Invitation[],
  signedUp: readonly SignedUp[],
  order: readonly Capacity[],
): SectorSummary[] {
  return [...order, null].flatMap((capacity) => {
    const own = invitations.filter((one) => one.capacity === capacity)
    const here = signedUp.find((one) => one.capacity === capacity)
    if (own.length === 0 && !here) return []
    return [
      {
        ...{ capacity, invited: own.length, coming: here?.coming ?? 0, waiting: here?.waiting ?? 0 },
        declined: own.filter(({ answer }) => answer === 'declined').length,
        missing: own.filter(({ answer }) => hasSaidNothing(answer)).length,
      },
    ]
  })
}

/** The sectors of the three groups that a forum brings together. */
export const sectorsThatMeet: readonly Capacity[] = Object.values(capacityOfGroup)

export interface MissingSectors {
  /** Nobody is invited from there, and nobody has signed up. */
  notAsked: Capacity[]
  /** Somebody is invited from there, and nobody has signed up. */
  asked: Capacity[]
}

/** From where nobody has signed up: of the sectors that are to meet, and of whichever else were invited. */
export function missingSectors(
  summary: readonly SectorSummary[],
  toMeet: readonly Capacity[],
): MissingSectors {
  const known = summary.map(({ capacity }) => capacity)
  return {
    notAsked: toMeet.filter((one) => !known.includes(one)),
    asked: summary.flatMap(({ capacity, coming, waiting }) =>
      capacity !== null && coming + waiting === 0 ? [capacity] : [],
    ),
  }
}
