import type { Opinion } from './tables.ts'

export const opinionWords = ['agree', 'disagree', 'pass'] as const
export type OpinionWord = (typeof opinionWords)[number]

const numbers: Record<OpinionWord, Opinion> = { agree: 1, disagree: -1, pass: 0 }

/** As buttons send it, and as it is kept. */
export const opinionOf = (word: unknown): Opinion | null =>
  opinionWords.some((one) => one === word) ? numbers[word as OpinionWord] : null

export const wordOf = (opinion: Opinion): OpinionWord =>
  opinion === 1 ? 'agree' : opinion === -1 ? 'disagree' : 'pass'
