import type { Capacity } from '../tables.ts'
import type { AudienceKind } from './tables.ts'

/** Whom an event is for. */
export interface OpenTo {
  for_whom: AudienceKind
  /** As in 'elected,civil-servant', when it is for sectors. */
  for_capacities: string
}

/** The link that somebody comes by: sent by those who look after the event, or to a follower of the series. */
interface Invitation {
  kind: 'person' | 'organisation' | 'follower'
  taken_back_at: string | null
  /** So many more may still come on it. */
  left: number
}

interface Wish {
  /** What somebody wants to take part as; null when that is not known yet. */
  capacity: Capacity | null
  invitation: Invitation | null
  /** How many want to come together. */
  people?: number
}

export type ForWhomRefusal = 'by-invitation' | 'other-sector' | 'taken-back' | 'used-up'

/**
 * Why somebody may not sign up for an event, or null. An invitation from those who look after it lets in whoever they
 * wanted, and no more people than it says; that one follows the series opens no door.
 */
export function refusalByForWhom(
  event: OpenTo,
  { capacity, invitation, people = 1 }: Wish,
): ForWhomRefusal | null {
  if (invitation && invitation.kind !== 'follower') {
    if (invitation.taken_back_at) return 'taken-back'
    return event.for_whom === 'invitation' && people > invitation.left ? 'used-up' : null
  }
  switch (event.for_whom) {
    case 'everyone':
      return null
    case 'invitation':
      return 'by-invitation'
    case 'sectors':
      return capacity === null || isAmong(event, capacity) ? null : 'other-sector'
  }
}

/** What people may take part as, in the order of all. */
export const capacitiesFor = (event: OpenTo, all: readonly Capacity[]): readonly Capacity[] =>
  event.for_whom === 'sectors' ? all.filter((one) => isAmong(event, one)) : all

const isAmong = ({ for_capacities }: OpenTo, capacity: Capacity): boolean =>
  for_capacities.split(',').includes(capacity)

/** Whether a follower of the series is told of an event; what they take part as is known of some. */
export const isToldTo = (event: OpenTo & { unlisted: number }, capacity: Capacity | null): boolean =>
  event.unlisted === 0 && refusalByForWhom(event, { capacity, invitation: null }) === null

export type SetForWhomRefusal = 'event-cancelled' | 'already-begun'

/** Once it has begun, everybody whom it was for is there. */
export function refusalToSetForWhom(
  event: { cancelled_at: string | null; starts_at: string },
  now: string,
): SetForWhomRefusal | null {
  if (event.cancelled_at) return 'event-cancelled'
  return event.starts_at <= now ? 'already-begun' : null
}
