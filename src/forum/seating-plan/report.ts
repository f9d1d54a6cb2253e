import { leastRepeatsBeside } from '../seating/bounds.ts'
import { judge } from '../seating/judge.ts'
import type { Problem, Schedule } from '../seating/problem.ts'
import { impossible, missed } from '../seating/unmet.ts'
import type { ProposalReport } from './tables.ts'

/** What a plan is worth, counted from the plan alone, whoever made it. */
export const reportOn = (problem: Problem, schedule: Schedule, seed: number): ProposalReport => ({
  ...judge(problem, schedule),
  leastRepeats: leastRepeatsBeside(problem, schedule),
  impossible: impossible(problem),
  missed: missed(problem, schedule),
  seed,
})
