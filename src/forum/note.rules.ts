import type { Instant } from '#platform/time.ts'

export type NoteRefusal = 'event-not-begun' | 'changed-meanwhile'

/** What was said can be written down from the moment the event begins, and not before. */
export const refusalBeforeEvent = (startsAt: Instant, now: Instant): 'event-not-begun' | null =>
  now < startsAt ? 'event-not-begun' : null

interface Attempt {
  startsAt: Instant
  now: Instant
  /** When the note had last been saved when its writer opened the page; empty when there was none. */
  seenChangedAt: string
  changedAt: Instant | null
}

/** Two people may take notes at the same time: neither writes over what the other one saved meanwhile unseen. */
export function refusalToWriteNote({ startsAt, now, seenChangedAt, changedAt }: Attempt): NoteRefusal | null {
  const early = refusalBeforeEvent(startsAt, now)
  if (early) return early
  return (changedAt ?? '') === seenChangedAt ? null : 'changed-meanwhile'
}
