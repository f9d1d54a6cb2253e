import type { ChangeInput } from './change.ts'
import { thingsOf } from './fits.rules.ts'

/** The same changes and one more, in the place of what was said about the same thing before. */
export function withChange(changes: readonly ChangeInput[], one: ChangeInput): ChangeInput[] {
  const things = new Set(thingsOf(one))
  const place = changes.findIndex((other) => thingsOf(other).some((thing) => things.has(thing)))
  return place === -1 ? [...changes, one] : changes.with(place, one)
}
