import type { NoteState } from '#forum/index.ts'
import type { Urgency } from './urgency.rules.ts'

/** Those who write the notes get the weekend. */
const noteDaysMin = 3
/** From then on the public page says that the notes are late. */
const noteDaysLate = 14
/** After half a year nobody remembers what was said. */
export const noteDaysMax = 180

interface Standing {
  /** Null when nothing is written. */
  state: NoteState | null
  correctionsOpen: boolean
  /** Corrections without an answer. */
  unanswered: number
  /** The reader's own party has approved them. */
  isOurs?: boolean
}

export type NoteNeed = 'missing' | 'draft' | 'corrections' | 'approve' | 'publish'

/** What the notes of an event need next from somebody of ours; null while it is the turn of those who were present, or of the other party. */
export function needOfNote({ state, correctionsOpen, unanswered, isOurs }: Standing): NoteNeed | null {
  switch (state) {
    case null:
      return 'missing'
    case 'draft':
      return 'draft'
    case 'sent':
      if (unanswered > 0) return 'corrections'
      return correctionsOpen || isOurs ? null : 'approve'
    case 'approved':
      return 'publish'
    case 'published':
      return null
  }
}

/** Those who came were promised to see what was said; two weeks later they stop looking. */
export function urgencyOfNote(need: NoteNeed | null, daysSinceEnd: number): Urgency | null {
  if (need === null) return null
  if ((need === 'missing' || need === 'draft') && daysSinceEnd < noteDaysMin) return null
  return daysSinceEnd > noteDaysLate ? 'now' : 'soon'
}
