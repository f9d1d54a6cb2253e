import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import type { Run } from './day.rules.ts'
import { latestRun } from './running-round.sql.ts'

/** The round that is on, also for a while after its time is out; what the tables are asked in it. */
export interface RunningRound extends Run {
  number: number
  /** How many rounds there are. */
  of: number
  question: Texts | null
}

/** The round that is on at an event, or null: before the first, between two that were ended by hand, and after the last. */
export async function runningRound(db: Reads, eventId: string): Promise<RunningRound | null> {
  const run = await latestRun(db, eventId)
  if (!run || run.ended_at !== null) return null
  const { round, words, rounds, ...times } = run
  return { ...times, number: round, of: rounds, question: words }
}
