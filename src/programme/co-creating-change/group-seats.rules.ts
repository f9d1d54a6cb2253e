import type { ApplicationState } from './course.rules.ts'

interface Member {
  email: string | null
  state: ApplicationState
}

interface Seat {
  email: string | null
  state: string
}

/**
 * Who of those who applied is to get a seat at a session, and whose seat is over. A seat that was given back stays so: whoever
 * cannot come to one session is not signed up for it again.
 */
export function seatsToChange<M extends Member, S extends Seat>(
  members: readonly M[],
  seats: readonly S[],
): { toSeat: M[]; toEnd: S[] } {
  const seen = new Set(seats.map(({ email }) => email))
  const group = new Set(members.filter(({ state }) => state === 'accepted').map(({ email }) => email))
  return {
    toSeat: members.filter(({ state, email }) => state === 'accepted' && !seen.has(email)),
    toEnd: seats.filter(({ state, email }) => state === 'seat' && !group.has(email)),
  }
}
