import type { Instant } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Reads } from '../tables.ts'
import { refusalToAnswer } from './evaluation.rules.ts'
import { answerCount, shownOf } from './evaluations.sql.ts'
import type { LedToFigures } from './show-answers.ts'
import type { Figures } from './shown.rules.ts'

interface Counted<F> {
  answers: number
  figures: F
  texts: Record<string, string[]>
}

export interface Results {
  /** What is shown; null while it could point at somebody. */
  shown: Counted<Figures> | null
  /** The same of the question three months later. */
  later: Counted<LedToFigures> | null
  /** Whether it can be answered now. */
  isOpen: boolean
  answers: number
  laterAnswers: number
}

export async function resultsOf(db: Reads, event: ProgrammeEvent, now: Instant): Promise<Results> {
  const shown = await shownOf(db, event.id, 'evaluation')
  const later = await shownOf(db, event.id, 'follow-up')
  return {
    shown: shown ? { ...shown, figures: shown.figures } : null,
    later: later ? { ...later, figures: later.figures as LedToFigures } : null,
    isOpen: event.published_at !== null && refusalToAnswer(event, now) === null,
    answers: await answerCount(db, event.id, 'evaluation'),
    laterAnswers: await answerCount(db, event.id, 'follow-up'),
  }
}
