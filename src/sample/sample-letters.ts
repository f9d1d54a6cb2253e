import type { Texts } from '#platform/language.ts'
import type { LedTo, OwnTextPart } from '#programme/tables.ts'

export interface SampleEvaluation {
  event: string
  seed?: number
  /** How far it lived up to expectations, from 1 to 5. */
  answers: number[]
  missing: string[]
  better: string[]
  /** What it had led to three months later. */
  later: LedTo[]
}

export interface SampleLetters {
  evaluations: SampleEvaluation[]
  laterWords: string[]
  ownTexts: { event: string; part: OwnTextPart; text: Texts }[]
}
