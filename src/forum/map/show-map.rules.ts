import type { Instant } from '#platform/time.ts'

export const whens = ['now', 'at-closing'] as const
/** When everybody is to see the map. */
export type When = (typeof whens)[number]

export interface Showing {
  opened_at: Instant | null
  closes_at: Instant
  closed_at: Instant | null
  shown_at: Instant | null
  cancelled_at: Instant | null
}

export type RefusalToShow = 'not-opened' | 'shown-already' | 'cancelled'

/**
 * Nobody sees the result before an organizer opens it, and then everybody sees the same at the same time: organizers have no look of
 * their own before that. What has been seen is not taken back.
 */
export function refusalToShow(dialogue: Showing): RefusalToShow | null {
  if (dialogue.shown_at !== null) return 'shown-already'
  if (dialogue.cancelled_at !== null) return 'cancelled'
  return dialogue.opened_at === null ? 'not-opened' : null
}

export const isClosed = (
  { closed_at, closes_at }: Pick<Showing, 'closed_at' | 'closes_at'>,
  now: Instant,
): boolean => closes_at <= now || (closed_at !== null && closed_at <= now)

/** Whether everybody sees the map from now on: at once, or because the voting is over and somebody had wished so. */
export const isShownNow = (when: When, dialogue: Showing, now: Instant): boolean =>
  when === 'now' || isClosed(dialogue, now)
