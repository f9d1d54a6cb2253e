import type { Reads } from '../tables.ts'
import { type Counted, type Counting, whole } from './counted.ts'

/** Meetings of the steering group and what they decided; nothing until they are written down on the platform. */
export function countSteering(_db: Reads, _counting: Counting): Promise<Counted> {
  return Promise.resolve({ figures: [whole('meetings', 0)], lines: [] })
}
