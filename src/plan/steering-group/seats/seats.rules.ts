import { datePlus } from '#platform/time.ts'

export type FillRefusal =
  | 'not-your-seat'
  | 'seat-ended'
  | 'seat-taken'
  | 'term-too-long'
  | 'term-over'
  | 'not-elected'
  | 'nothing-left-of-a-term'
export type LeaveRefusal = 'not-your-seat' | 'left-already' | 'not-begun'
export type SeatRefusal = 'not-your-seat' | 'seat-ended' | 'seat-taken'

/** Each side decides about its own seats, and fills them: nobody does it for the other. */
export const isOwnSeat = (party: string | null, seatParty: string): boolean => party === seatParty

interface Period {
  starts_on: string
  ends_on: string
}

interface Term extends Period {
  kind: 'member' | 'deputy'
  left_on: string | null
}

/** The last day of somebody's time in a seat: of the term, or when they left. */
export const lastDayOf = ({ ends_on, left_on }: Pick<Term, 'ends_on' | 'left_on'>): string =>
  left_on ?? ends_on

const isThen = (term: Term, day: string): boolean => term.starts_on <= day && day <= lastDayOf(term)

/** Who sits there on a day. */
export const termOn = <T extends Term>(terms: readonly T[], kind: Term['kind'], day: string): T | undefined =>
  terms.find((one) => one.kind === kind && isThen(one, day))

/** A term of two years: from its first day to the day before the same one two years later. */
export const twoYearsFrom = (start: string): string =>
  datePlus(`${Number(start.slice(0, 4)) + 2}${start.slice(4) === '-02-29' ? '-03-01' : start.slice(4)}`, -1)

/** What is left of a term that somebody left early; null when nobody did, or nothing is left. */
export function restOfTerm(terms: readonly Term[], day: string): Period | null {
  const left = terms
    .filter((one) => one.kind === 'member' && one.left_on !== null && one.ends_on > day)
    .toSorted((one, other) => (one.ends_on < other.ends_on ? 1 : -1))[0]
  if (!left?.left_on) return null
  return { starts_on: left.left_on >= day ? datePlus(left.left_on, 1) : day, ends_on: left.ends_on }
}

export interface Filling extends Period {
  /** The party of whoever fills it. */
  party: string | null
  seat: { party_id: string; ended_on: string | null }
  terms: readonly Term[]
  kind: 'member' | 'deputy'
  how: 'decision' | 'election' | 'appointment'
  /** Of an election: whether the meeting elected this person. */
  isElected: boolean
  today: string
}

/**
 * A seat is filled by its own side alone, when it is free, for two years at most. By appointment only what is left
 * of a term is filled; a deputy, who has no seat, may be appointed at any time.
 */
export function refusalToFill(filling: Filling): FillRefusal | null {
  const { party, seat, terms, kind, how, starts_on, ends_on, today } = filling
  if (!isOwnSeat(party, seat.party_id)) return 'not-your-seat'
  if (seat.ended_on !== null) return 'seat-ended'
  if (ends_on < today) return 'term-over'
  if (ends_on <= starts_on || ends_on > datePlus(twoYearsFrom(starts_on), 1)) return 'term-too-long'
  const isTaken = terms.some(
    (one) => one.kind === kind && one.starts_on <= ends_on && lastDayOf(one) >= starts_on,
  )
  if (isTaken) return 'seat-taken'
  if (how === 'election' && !filling.isElected) return 'not-elected'
  const rest = restOfTerm(terms, today)
  const isWithinRest = rest !== null && ends_on <= rest.ends_on
  return how === 'appointment' && kind === 'member' && !isWithinRest ? 'nothing-left-of-a-term' : null
}

/** Somebody leaves on a day of their term; that they did is written down by their own side. */
export function refusalToLeave(party: string | null, seatParty: string, term: Term, leftOn: string) {
  if (!isOwnSeat(party, seatParty)) return 'not-your-seat' satisfies LeaveRefusal
  if (term.left_on !== null || leftOn > term.ends_on) return 'left-already' satisfies LeaveRefusal
  return leftOn < term.starts_on ? ('not-begun' satisfies LeaveRefusal) : null
}

interface Configuring {
  party: string | null
  seat: { party_id: string; ended_on: string | null }
  terms: readonly Term[]
  /** Whether the seat is to be no more. */
  ends: boolean
  today: string
}

/** What a seat is for is said by its own side; it goes when nobody sits there. */
export function refusalToChangeSeat({ party, seat, terms, ends, today }: Configuring): SeatRefusal | null {
  if (!isOwnSeat(party, seat.party_id)) return 'not-your-seat'
  if (seat.ended_on !== null) return 'seat-ended'
  return ends && terms.some((one) => lastDayOf(one) >= today) ? 'seat-taken' : null
}

/** filled: somebody sits there. to-come: somebody will. vacant: nobody does, and everybody may see that. */
export type SeatStanding = 'filled' | 'to-come' | 'vacant'

export function standingOfSeat(terms: readonly Term[], day: string): SeatStanding {
  if (termOn(terms, 'member', day)) return 'filled'
  return terms.some((one) => one.kind === 'member' && one.starts_on > day && one.left_on === null)
    ? 'to-come'
    : 'vacant'
}

/** So long before a term ends its own side is told, to have time for a call. */
const endingDays = 120

/** Days until a seat has nobody, if nothing is done; 0 for a vacant one, null when there is time, or a successor. */
export function daysUntilVacant(terms: readonly Term[], day: string): number | null {
  const current = termOn(terms, 'member', day)
  const later = terms.some((one) => one.kind === 'member' && one.starts_on > day && one.left_on === null)
  if (later) return null
  if (!current) return 0
  const last = lastDayOf(current)
  if (last > datePlus(day, endingDays)) return null
  return Math.round((Date.parse(last) - Date.parse(day)) / 86_400_000)
}

/** So long after a term its holder's address is kept, should something have to be settled. */
export const addressDaysAfterTerm = 90
