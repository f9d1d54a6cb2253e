import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'

export type WallLinkRefusal = 'called-off' | 'over-already' | 'made-already' | 'too-many'

/** A few projectors, the phones in the room, and a link that somebody lost. */
const wallLinksMax = 20

/** Until when a link to the wall works: to the end of the day after the event. */
export const wallLinkUntil = ({ ends_at }: { ends_at: Instant }): Instant =>
  instantAt(datePlus(localDate(ends_at), 2), '00:00')

interface Wanted {
  event: { ends_at: Instant; cancelled_at: Instant | null }
  /** How many links work now. */
  links: number
  now: Instant
}

/** Why no link to the wall can be made, or null. */
export function refusalOfWallLink({ event, links, now }: Wanted): WallLinkRefusal | null {
  if (event.cancelled_at !== null) return 'called-off'
  if (now >= wallLinkUntil(event)) return 'over-already'
  return links >= wallLinksMax ? 'too-many' : null
}
