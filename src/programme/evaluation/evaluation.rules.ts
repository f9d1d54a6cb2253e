import type { Instant } from '#platform/time.ts'
import { plus } from '#platform/time.ts'
import type { Capacity } from '../tables.ts'

/** Fewer answers than this could point at somebody, so nothing of them is shown. */
export const answersMin = 5

/** What is answered from 1 to 5. */
export const scales = ['expectations', 'said', 'learnt', 'next_step'] as const
export type Scale = (typeof scales)[number]

const openDays = 21

export type AnswerRefusal = 'not-yet' | 'closed' | 'called-off' | 'answered-already' | 'enough'

interface Asked {
  starts_at: Instant
  ends_at: Instant
  cancelled_at: Instant | null
}

/** Until when an evaluation can be answered. */
export const answersUntil = ({ ends_at }: Pick<Asked, 'ends_at'>): Instant =>
  plus(ends_at, { days: openDays })

/** Why an evaluation cannot be answered now, or null: from when it begins until three weeks after. */
export function refusalToAnswer(event: Asked, now: Instant): AnswerRefusal | null {
  if (event.cancelled_at) return 'called-off'
  if (now < event.starts_at) return 'not-yet'
  return now >= answersUntil(event) ? 'closed' : null
}

/**
 * Why one more answer is not taken, or null. A link is answered with once. The way in that hangs on the wall knows
 * nobody, so all that can be said there is that no more people answer than fit in the room.
 */
export function refusalToTakeAnswer(
  link: { used: number } | null,
  { answers, capacity }: { answers: number; capacity: number },
): AnswerRefusal | null {
  if (link) return link.used === 0 ? null : 'answered-already'
  return answers < capacity ? null : 'enough'
}

/** How many of those who were there take part as what. */
export type Present = Partial<Record<Capacity, number>>

/** What a mailed evaluation may know of its receiver: what they take part as, where at least five did. */
export const capacityWithoutName = (capacity: Capacity, present: Present): Capacity | null =>
  (present[capacity] ?? 0) >= answersMin ? capacity : null

// A whole conference room shares one network address, and nobody answers more often than the room is large.
export const answersPerNetwork = { max: 300, windowSeconds: 60 * 60 }
