import type { Reads } from '../tables.ts'
import { namesOf, type StepRow } from './seating.sql.ts'

/** The names that steps are told with: those of one or two people who moved. */
export function namesIn(db: Reads, steps: readonly StepRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = steps.flatMap(({ seats }) => seats.slice(0, 2).map(([, id]) => id))
  return namesOf(db, [...new Set(ids)])
}
