export const urgencies = ['now', 'soon', 'later'] as const
/** now: somebody waits for us, or something is broken. soon: this week. later: good to know. */
export type Urgency = (typeof urgencies)[number]

interface Sorted {
  urgency: Urgency
  /** The date or moment that it is about; what has been due longest, or comes first, stands first. */
  at: string
}

/** The order of the desk. */
export function byUrgency(one: Sorted, other: Sorted): number {
  const difference = urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency)
  if (difference !== 0) return difference
  return one.at < other.at ? -1 : Number(one.at > other.at)
}
