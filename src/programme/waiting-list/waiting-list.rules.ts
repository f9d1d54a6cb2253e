import type { Capacity } from '../tables.ts'
import { listOf, type Waiting } from '../sign-up/queue.rules.ts'
import { type Asking, organisationKey, type Seats, whyNoSeat } from '../sign-up/seats.rules.ts'

export type MoveRefusal = 'not-waiting' | 'another-list' | 'same-place'

/** From which place to which somebody is moved, counted from one on the list that they stand on. */
export interface Places {
  from: number
  to: number
}

type InLine = Pick<Waiting, 'id' | 'capacity'>

/**
 * From which place to which somebody would be moved, or why not: only those move who wait, to another place, and while
 * seats are kept on the list of their own sector.
 */
export function moveOn(
  line: readonly InLine[],
  { signUp, before, isBySector }: { signUp: string; before: string | null; isBySector: boolean },
): Places | MoveRefusal {
  const own = line.find(({ id }) => id === signUp)
  const other = before === null ? own : line.find(({ id }) => id === before)
  if (!own || !other) return 'not-waiting'
  if (isBySector && other.capacity !== own.capacity) return 'another-list'
  const list = listOf(line, own.capacity, isBySector)
  const from = list.indexOf(own)
  const to = before === null ? list.length : list.indexOf(other)
  if (to === from || to === from + 1) return 'same-place'
  return { from: from + 1, to: to > from ? to : to + 1 }
}

export type PassedBy = 'kept-for-others' | 'organisation-has-its-share'

/**
 * Why those who wait are passed by when a seat becomes free, or nothing for those who are not: seats may be left, but
 * kept for others, or their organisation has its share.
 */
export function whyPassedBy(
  seats: Seats,
  one: { capacity: Capacity; organisation_id: string | null; organisation_name: string | null },
): PassedBy | null {
  const asking: Asking = { capacity: one.capacity, organisation: organisationKey(one) }
  // An organisation that has its share waits for one of its own, whatever else becomes free.
  const ofOrganisation = whyNoSeat({ ...seats, kept: new Map(), free: 1 }, asking)
  if (ofOrganisation !== null) return 'organisation-has-its-share'
  // When all seats are taken everybody waits alike, and nobody is passed by.
  return whyNoSeat(seats, asking) === 'kept-for-others' ? 'kept-for-others' : null
}

// As fits on a page of a mail.
export const messageMax = 2000
