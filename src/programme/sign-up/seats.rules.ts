import type { Capacity } from '../tables.ts'

/** The seats of an event at one moment. */
export interface Seats {
  /** Seats that nobody has taken, kept ones among them. */
  free: number
  /** For those who take part as what seats are kept, and how many of them have one; empty once they are released. */
  kept: ReadonlyMap<Capacity, { kept: number; taken: number }>
  /** So many one organisation may have, or null; null too once the seats are released. */
  organisationMax: number | null
  /** How many seats each organisation has; only counted while there is a most. */
  ofOrganisation: ReadonlyMap<string, number>
}

/** Somebody who wants a seat. */
export interface Asking {
  capacity: Capacity
  /** The organisation as seats count it (`organisationKey`), or null. */
  organisation: string | null
}

export type NoSeat = 'full' | 'kept-for-others' | 'organisation-has-its-share'

/**
 * Why somebody gets no seat now, or null: first come, first served, except that seats are kept for those the meeting
 * needs around the table, and that one large organisation leaves room for the small ones, both until the release.
 */
export function whyNoSeat(seats: Seats, { capacity, organisation }: Asking): NoSeat | null {
  if (seats.free <= 0) return 'full'
  if (seats.free - keptForOthers(seats, capacity) <= 0) return 'kept-for-others'
  const { organisationMax: max } = seats
  const has = organisation === null ? 0 : (seats.ofOrganisation.get(organisation) ?? 0)
  return max !== null && organisation !== null && has >= max ? 'organisation-has-its-share' : null
}

const keptForOthers = ({ kept }: Seats, capacity: Capacity): number =>
  [...kept].reduce(
    (sum, [sector, one]) => (sector === capacity ? sum : sum + Math.max(0, one.kept - one.taken)),
    0,
  )

/** The seats after somebody took one. */
export const afterTaking = (seats: Seats, asking: Asking): Seats => counted(seats, asking, 1)

function counted(seats: Seats, { capacity, organisation }: Asking, by: 1 | -1): Seats {
  const kept = new Map(seats.kept)
  const own = kept.get(capacity)
  if (own) kept.set(capacity, { ...own, taken: own.taken + by })
  const ofOrganisation = new Map(seats.ofOrganisation)
  if (organisation !== null) ofOrganisation.set(organisation, (ofOrganisation.get(organisation) ?? 0) + by)
  return { ...seats, free: seats.free - by, kept, ofOrganisation }
}

export type SeatRefusal = 'seat-kept-for-sector' | 'organisation-has-its-share'

/**
 * Why somebody with a seat cannot become somebody else on it, or null. Whoever has one of the kept seats cannot take it
 * along into another sector; whoever has an ordinary one can.
 */
export function refusalToBecome(seats: Seats, has: Asking, wanted: Asking): SeatRefusal | null {
  const isSame = has.capacity === wanted.capacity && has.organisation === wanted.organisation
  if (isSame) return null
  const reason = whyNoSeat(counted(seats, has, -1), wanted)
  if (reason === null) return null
  return reason === 'organisation-has-its-share' ? reason : 'seat-kept-for-sector'
}

/** Who gets a seat, of many who come one after another; the seats that are left afterwards. */
export function decideSeats(seats: Seats, all: readonly Asking[]): { hasSeat: boolean[]; left: Seats } {
  let left = seats
  const hasSeat = all.map((one) => {
    if (whyNoSeat(left, one) !== null) return false
    left = afterTaking(left, one)
    return true
  })
  return { hasSeat, left }
}

/** What people take part as who would get a seat now, when not everybody would. */
export const sectorsWithSeats = (seats: Seats, all: readonly Capacity[]): Capacity[] =>
  all.filter((capacity) => whyNoSeat(seats, { capacity, organisation: null }) === null)

/** Whether seats are kept for somebody now: until they are released each sector has a waiting list of its own. */
export const keepsSeats = (event: { kept_until: string | null; released_at: string | null }): boolean =>
  event.kept_until !== null && event.released_at === null

/** An organisation of the directory, or one that somebody typed, as seats are counted by. */
export const organisationKey = (of: {
  organisation_id: string | null
  organisation_name: string | null
}): string | null => of.organisation_id ?? (of.organisation_name?.trim().toLowerCase() || null)
