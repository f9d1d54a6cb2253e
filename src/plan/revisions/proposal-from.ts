import type { Reads } from '../tables.ts'
import { changesOfAll, openRevisions } from './revisions.sql.ts'

/** The number of the proposal that would make this recommendation a commitment, while it waits for answers. */
export async function proposalFrom(db: Reads, recommendationId: string): Promise<number | null> {
  const open = await openRevisions(db)
  const changes = await changesOfAll(
    db,
    open.map((one) => one.id),
  )
  const proposes = open.find((one) =>
    changes
      .get(one.id)
      ?.some(
        (change) => change.kind === 'add-commitment' && change.after.recommendation_id === recommendationId,
      ),
  )
  return proposes?.number ?? null
}
