import { worksApart } from '#platform/work-apart.ts'
import type { Problem, Schedule } from './problem.ts'
import { reseat } from './reseat.ts'
import { seat } from './seat.ts'

export interface Sent {
  problem: Problem
  /** Where everybody sits who keeps their seat; null when all are seated anew. */
  base: Schedule | null
  seconds: number
  seed: number
}

worksApart((sent, told) => {
  const { problem, base, seconds, seed } = sent as Sent
  const progress = (part: number): boolean => {
    told(part)
    return true
  }
  if (base === null) return seat(problem, { seconds, seed, progress }).rounds
  const nobodyElse = { afterRound: -1, noShows: [], walkIns: [] }
  return reseat(problem, base, nobodyElse, { seconds: Math.min(seconds, 2), seed, progress }).rounds
})
