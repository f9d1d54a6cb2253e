import { type Instant, monthsBetween } from '#platform/time.ts'

/** Somebody who stands behind a need. Each organisation, and each person, has a key of its own. */
export interface Behind {
  organisation: string | null
  person: string
}

/** A need in the queue, with those who stand behind it and behind what was joined into it. */
export interface Queued {
  number: number
  /** When the first of those that were joined was handed in. */
  since: Instant
  behind: readonly Behind[]
}

export interface Points {
  organisations: number
  /** People who ask on their own: together they count as one organisation. */
  alone: number
  months: number
  sum: number
}

/**
 * What a need counts for: a point for each organisation that stands behind it, one for all who ask on their own
 * together, and one for each whole month that it has waited. So many friends of one association weigh no more than
 * one of them, and what waits moves up.
 */
export function pointsOf({ since, behind }: Omit<Queued, 'number'>, now: Instant): Points {
  const organisations = new Set(behind.flatMap(({ organisation }) => organisation ?? [])).size
  const alone = new Set(behind.filter((one) => one.organisation === null).map(({ person }) => person)).size
  const months = since < now ? monthsBetween(since, now) : 0
  return { organisations, alone, months, sum: organisations + Math.min(alone, 1) + months }
}

/** The queue: most points first; of those with as many, the one that has waited longest; then by number. */
export function inOrder<Need extends Queued>(needs: readonly Need[], now: Instant): Need[] {
  return needs
    .map((need) => ({ need, sum: pointsOf(need, now).sum }))
    .toSorted((one, other) => other.sum - one.sum || byAge(one.need, other.need))
    .map(({ need }) => need)
}

const byAge = (one: Queued, other: Queued): number =>
  one.since === other.since ? one.number - other.number : one.since < other.since ? -1 : 1
