import { type Instant, localDate } from '#platform/time.ts'
import { workingDaysAfter, workingDaysBetween } from '#platform/working-days.ts'

/** "An answer within so many working days": the last day for it, from the day the address was confirmed. */
export const answerDueOn = (confirmedAt: Instant, workingDays: number): string =>
  workingDaysAfter(localDate(confirmedAt), workingDays)

/** An answer as it is counted: its date, and how many working days after the address was confirmed it came. */
export const answeredIn = (confirmedAt: Instant | null, at: Instant): { on: string; days: number } => ({
  on: localDate(at),
  days: Math.max(0, workingDaysBetween(localDate(confirmedAt ?? at), localDate(at))),
})

/** So many ideas were answered after as many working days, in time or late. */
export interface Answered {
  days: number
  late: boolean
  count: number
}

export interface Kept {
  /** Answered on the last day or before. */
  inTime: number
  /** Answered after it. */
  late: number
  /** Not answered, and the last day is over. */
  overdue: number
  /** Not answered yet, and there is still time. */
  waiting: number
  /** Working days from confirmed to answered, as many above as below; null before the first answer. */
  median: number | null
}

/** How the promise was kept, late answers too. What was taken back before an answer does not count. */
export function howKept(answered: readonly Answered[], open: { waiting: number; overdue: number }): Kept {
  const counted = (late: boolean): number =>
    answered.reduce((all, one) => all + (one.late === late ? one.count : 0), 0)
  return { inTime: counted(false), late: counted(true), ...open, median: medianOf(answered) }
}

function medianOf(answered: readonly Answered[]): number | null {
  const sorted = answered.toSorted((one, other) => one.days - other.days)
  const all = sorted.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  return (daysAt(sorted, Math.floor((all - 1) / 2)) + daysAt(sorted, Math.ceil((all - 1) / 2))) / 2
}

/** The days of the idea that stands at this place in the order of days. */
function daysAt(sorted: readonly Answered[], place: number): number {
  let before = 0
  for (const { days, count } of sorted) {
    before += count
    if (place < before) return days
  }
  return 0
}
