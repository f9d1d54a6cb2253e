import { inForce, type Period, yearOf, type Yearly } from './promise.rules.ts'

export type SetRefusal = 'changed-meanwhile' | 'year-is-over' | 'says-the-same' | 'outside-plan'

interface Wish extends Period, Yearly {
  counts: string
  words: unknown
  plan_id: string | null
}

interface Attempt {
  seen: string
  stands: string
  wish: Wish
  /** Those that stand, in any order. */
  promises: readonly (Wish & { id: string })[]
  plan: { starts_on: string; ends_on: string } | null
  today: string
}

/**
 * A promise may change with the plan, also in the middle of a year, but never for a year that is over: what was missed
 * stays missed. Null means that it may be made.
 */
export function refusalToSet({ seen, stands, wish, promises, plan, today }: Attempt): SetRefusal | null {
  if (seen !== stands) return 'changed-meanwhile'
  if (yearOf(wish.from_on) < yearOf(today)) return 'year-is-over'
  if (plan && !liesWithin(wish, plan)) return 'outside-plan'
  const now = inForce(promises, wish.from_on)
  return now && says(now) === says(wish) ? 'says-the-same' : null
}

const liesWithin = ({ from_on, until_on }: Period, plan: { starts_on: string; ends_on: string }): boolean =>
  from_on >= plan.starts_on && from_on <= plan.ends_on && (until_on ?? plan.ends_on) <= plan.ends_on

const says = ({ until_on, yearly_min, yearly_max, counts, words, plan_id }: Wish): string =>
  JSON.stringify([until_on, yearly_min, yearly_max, counts, words, plan_id])

export interface Making {
  /** The one that ends the day before, if one is in force then. */
  ends: string | null
  /** Those that would have begun on that day or later, and never will. */
  replaced: string[]
}

/** What a promise from a date on does to those that stand: nothing but the past is left beside it. */
export function madeRoomFor(promises: readonly (Period & { id: string })[], from: string): Making {
  const replaced = promises.filter(({ from_on }) => from_on >= from).map(({ id }) => id)
  const now = inForce(promises, from)
  return { ends: now && now.from_on < from ? now.id : null, replaced }
}

/** A series ends on a day that is not before today's year, while a promise is in force. */
export function refusalToEnd({
  seen,
  stands,
  on,
  promises,
  today,
}: {
  seen: string
  stands: string
  on: string
  promises: readonly Period[]
  today: string
}): SetRefusal | 'nothing-to-end' | null {
  if (seen !== stands) return 'changed-meanwhile'
  if (yearOf(on) < yearOf(today)) return 'year-is-over'
  const now = inForce(promises, on)
  if (!now) return 'nothing-to-end'
  const isLast = promises.every(({ from_on }) => from_on <= on)
  return isLast && now.until_on === on ? 'says-the-same' : null
}
