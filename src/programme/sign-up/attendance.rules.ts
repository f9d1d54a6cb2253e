/** What happened at one event: how many had a seat, and how many of them came. */
export interface Attended {
  seats: number
  came: number
}

// Fewer people say nothing about the next ones.
const seatsMin = 20

/** The share of those with a seat who came, over the series' latest events; null while too few are known. */
export function shareWhoCome(history: readonly Attended[]): number | null {
  const seats = history.reduce((sum, one) => sum + one.seats, 0)
  const came = history.reduce((sum, one) => sum + one.came, 0)
  return seats < seatsMin ? null : came / seats
}

/** How many of those with a seat will probably come, by what they did before; null while too few are known. */
export function expectedToCome(seatsTaken: number, history: readonly Attended[]): number | null {
  const share = shareWhoCome(history)
  return share === null ? null : Math.round(seatsTaken * share)
}

/** Never more than a third of the room: everybody who comes shall find a chair. */
export const overInvitedShareMax = 1 / 3

/** How many more than the room holds may be invited if as many stay away as before; never more than the room bears. */
export function overInvitationFor(room: number, history: readonly Attended[]): number | null {
  const share = shareWhoCome(history)
  if (share === null || share === 0) return null
  return Math.min(Math.floor(room / share) - room, Math.floor(room * overInvitedShareMax))
}
