import { type Instant, instantAt } from '#platform/time.ts'

export type WorkshopRefusal = 'forum-cancelled' | 'begins-in-the-past' | 'before-the-forum'

interface Forum {
  ends_at: Instant
  cancelled_at: Instant | null
}

/** An afternoon: what it became can be read out before people go home. */
export const workshopTimes = (date: string): { starts_at: Instant; ends_at: Instant } => ({
  starts_at: instantAt(date, '13:00'),
  ends_at: instantAt(date, '16:00'),
})

/** An idea workshop takes up what was said at a forum that was held or will be, so it comes after it. */
export function refusalToWorkshop(forum: Forum, startsAt: Instant, now: Instant): WorkshopRefusal | null {
  if (forum.cancelled_at) return 'forum-cancelled'
  if (startsAt <= now) return 'begins-in-the-past'
  return startsAt < forum.ends_at ? 'before-the-forum' : null
}

/** A workshop is no forum: in the forum's own series it would count as one, and keep a promise that it does not keep. */
export const mayHoldWorkshop = (seriesId: string, forum: { series_id: string }): boolean =>
  seriesId !== forum.series_id
