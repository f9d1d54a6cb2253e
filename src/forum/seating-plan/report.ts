import { leastRepeats } from '../seating/bounds.ts'
import { hallOf } from '../seating/hall.ts'
import { judge } from '../seating/judge.ts'
import type { Problem, Schedule } from '../seating/problem.ts'
import { impossible, missed } from '../seating/unmet.ts'
import type { ProposalReport } from './tables.ts'

/** What a plan is worth, counted from the plan alone, whoever made it. */
export const reportOn = (problem: Problem, schedule: Schedule, seed: number): ProposalReport => ({
  ...judge(problem, schedule),
  // What is locked binds proposals, and says nothing of what is possible.
  leastRepeats: leastRepeats(hallOf({ ...problem, locked: [] })),
  impossible: impossible(problem),
  missed: missed(problem, schedule),
  seed,
})
