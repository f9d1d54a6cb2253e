import type { Capacity } from '../tables.ts'
import type { InvitedAnswer } from './invitation.rules.ts'

interface Line {
  capacity: Capacity | null
  answer: InvitedAnswer
  coming: number
  waiting: number
}

/** How one sector has answered: invitations, and the people who come or wait on them. */
export interface SectorSummary {
  /** null: what they take part as is not known. */
  capacity: Capacity | null
  invited: number
  coming: number
  waiting: number
  declined: number
  /** Those who have been asked, or are still to be asked, and have said nothing. */
  missing: number
}

const hasSaidNothing = (answer: InvitedAnswer): boolean =>
  answer === 'no-answer' || answer === 'mail-failed' || answer === 'not-sent'

/** The answers in numbers, sector by sector in the order given; sectors that nobody invited are left out. */
export function summaryOf(lines: readonly Line[], order: readonly Capacity[]): SectorSummary[] {
  return [...order, null].flatMap((capacity) => {
    const own = lines.filter((line) => line.capacity === capacity)
    if (own.length === 0) return []
    const sum = (of: (line: Line) => number): number => own.reduce((total, line) => total + of(line), 0)
    return [
      {
        capacity,
        invited: own.length,
        coming: sum((line) => line.coming),
        waiting: sum((line) => line.waiting),
        declined: sum((line) => Number(line.answer === 'declined')),
        missing: sum((line) => Number(hasSaidNothing(line.answer))),
      },
    ]
  })
}

/** Sectors that were asked and from which nobody comes so far. */
export const nobodyFrom = (summary: readonly SectorSummary[]): Capacity[] =>
  summary.flatMap(({ capacity, coming }) => (capacity !== null && coming === 0 ? [capacity] : []))
