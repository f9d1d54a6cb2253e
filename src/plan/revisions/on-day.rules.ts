import type { FocusAreas } from './change.ts'

/** A year's focus areas became others on a day. */
export interface AreasChanged {
  onDay: string
  before: FocusAreas['areas']
  after: FocusAreas['areas']
}

/** Which focus areas held on a day: what the last change until then says, or what stood before the first one after it. */
export function areasOn(
  day: string,
  changes: readonly AreasChanged[],
  now: FocusAreas['areas'],
): FocusAreas['areas'] {
  const last = changes.findLast((one) => one.onDay <= day)
  if (last) return last.after
  return changes[0]?.before ?? now
}

interface Dated {
  from_day: string
  position: number
}

/** Of several versions the one that held on a day: the last that had begun. */
export const versionOn = <T extends Dated>(day: string, versions: readonly T[]): T | undefined =>
  versions
    .filter((one) => one.from_day <= day)
    .toSorted((one, other) => one.position - other.position)
    .at(-1)
