import { runState } from '../day.rules.ts'
import type { Day } from '../load-day.ts'

/** What the wall's gong goes by: the same whatever is shown, so that only the day itself is heard. */
export function momentOf({ place }: Day, now: string): Record<`data-${string}`, string | number | undefined> {
  const state = place ? runState(place, now) : 'none'
  const hasTime = place?.step.item === null || place?.step.item.kind === 'break'
  return {
    'data-state': state,
    'data-step': place?.step.key ?? '',
    'data-now': Date.parse(now),
    'data-ends': place && hasTime && state === 'running' ? Date.parse(place.ends_at) : undefined,
  }
}
