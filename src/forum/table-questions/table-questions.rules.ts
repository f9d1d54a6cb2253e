import type { Instant } from '#platform/time.ts'

/** Why a statement was taken into a question: it brings together, or it divides. */
export const becauses = ['bridging', 'dividing'] as const
export type Because = (typeof becauses)[number]

/** More questions than tables can take in an afternoon. */
export const questionsMax = 12
/** More characters than a wall can show large. */
export const wordsMax = 300
/** More statements and proposals than one question can be about. */
const sourcesMax = 6

export interface Asking {
  ends_at: Instant
  cancelled_at: Instant | null
}

export type QuestionRefusal = 'too-many' | 'too-many-sources' | 'unknown-source' | 'event-over' | 'gone'

/** What the tables talk about is set before the forum is over; afterwards it is what they did talk about. */
export const refusalToChange = (event: Asking, now: Instant): 'event-over' | null =>
  event.cancelled_at !== null || event.ends_at <= now ? 'event-over' : null

export function refusalToAdd(
  event: Asking,
  { questions, sources, known }: { questions: number; sources: number; known: number },
  now: Instant,
): QuestionRefusal | null {
  const refusal = refusalToChange(event, now)
  if (refusal) return refusal
  if (questions >= questionsMax) return 'too-many'
  if (sources > sourcesMax) return 'too-many-sources'
  return known < sources ? 'unknown-source' : null
}

/** The order after one of them has moved up or down; the same when it stands at that end already. */
export function moved(ids: readonly string[], id: string, way: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const to = from + (way === 'up' ? -1 : 1)
  const order = [...ids]
  const [one, other] = [ids[from], ids[to]]
  if (one === undefined || other === undefined) return order
  order[from] = other
  order[to] = one
  return order
}
