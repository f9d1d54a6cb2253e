import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import { latestSuccessor } from './successor.sql.ts'

export interface NextPlanLine {
  title: Texts
  /** The last day for everybody's comments; null before the round. */
  lastDay: string | null
}

/** The plan in the making, for the pages that lead to it; undefined when none is. */
export async function nextPlanLine(db: Reads): Promise<NextPlanLine | undefined> {
  const successor = await latestSuccessor(db)
  if (!successor || successor.adopted_on !== null) return undefined
  return { title: successor.title, lastDay: successor.last_day }
}
