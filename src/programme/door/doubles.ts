import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { scansWithNames } from './door.sql.ts'
import { standingOf } from './standing.rules.ts'

/** Somebody who was let in more than once, with when and by whom. */
export interface Double {
  name: string
  letIn: { at: Instant; by: string }[]
}

/** Who was let in twice: two devices that were offline cannot know of each other, so the organisers are told. */
export async function doublesAt(db: Reads, eventId: string): Promise<Double[]> {
  const people = Map.groupBy(await scansWithNames(db, eventId), ({ sign_up_id }) => sign_up_id)
  return [...people.values()].flatMap((scans) => {
    const { letIn } = standingOf(scans)
    const [first] = letIn
    if (!first || letIn.length < 2) return []
    return [
      {
        name: first.name,
        letIn: letIn.map(({ at, person, steward }) => ({ at, by: person ?? steward ?? '' })),
      },
    ]
  })
}
