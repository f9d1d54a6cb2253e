import { type Instant, localDate } from '#platform/time.ts'
import { workingDaysAfter, workingDaysBetween } from '#platform/working-days.ts'

/** "An answer within so many working days": the last day for it, from the day the address was confirmed. */
export const answerDueOn = (confirmedAt: Instant, workingDays: number): string =>
  workingDaysAfter(localDate(confirmedAt), workingDays)

/** What the promise is counted from. */
export interface Counted {
  confirmed_at: Instant
  answer_due_on: string
  answered_at: Instant | null
  isWithdrawn: boolean
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
export function howKept(ideas: readonly Counted[], today: string): Kept {
  const kept: Kept = { inTime: 0, late: 0, overdue: 0, waiting: 0, median: null }
  const days: number[] = []
  for (const { confirmed_at, answer_due_on, answered_at, isWithdrawn } of ideas) {
    if (answered_at !== null) {
      const answered = localDate(answered_at)
      kept[answered <= answer_due_on ? 'inTime' : 'late'] += 1
      days.push(workingDaysBetween(localDate(confirmed_at), answered))
    } else if (!isWithdrawn) kept[answer_due_on < today ? 'overdue' : 'waiting'] += 1
  }
  return { ...kept, median: medianOf(days) }
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
