import type { Instant } from '#platform/time.ts'
import type { MeetingWrites } from '../tables.ts'
import { copyArrangers } from '../arrangers/copy-arrangers.ts'
import { copyThemes } from '../library/copy-themes.ts'
import { copyAgenda } from './copy-agenda.ts'
import { copyQuestions, copyTableQuestion } from './copy-questions.ts'
import { copyAudience, copyKeptSeats, copyLetterTexts, copyOrganisers } from './copy-rows.ts'

export interface Copied {
  from: string
  to: string
  /** Whoever copies. */
  by: string
  now: Instant
}

/** Brings something of one event to another. */
export type Copier = (tx: MeetingWrites, copied: Copied) => Promise<unknown>

/** Everything that goes along when an event is copied, beside the event's own row. What is new is added here. */
export const copiers: readonly Copier[] = [
  copyOrganisers,
  copyArrangers,
  copyThemes,
  copyKeptSeats,
  copyAudience,
  copyAgenda,
  copyQuestions,
  copyTableQuestion,
  copyLetterTexts,
]
