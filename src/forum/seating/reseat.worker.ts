import { worksApart } from '#platform/work-apart.ts'
import type { DoorEvent, Problem, Schedule } from './problem.ts'
import { reseat } from './reseat.ts'

export interface SentToReseat {
  problem: Problem
  base: Schedule
  event: DoorEvent
  seconds: number
  seed: number
}

worksApart((sent) => {
  const { problem, base, event, seconds, seed } = sent as SentToReseat
  return reseat(problem, base, event, { seconds, seed })
})
