import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Before, Change, ChangeInput } from './change.ts'
import { addChanges, removeChanges } from './revisions.sql.ts'
import { commitmentsNow, focusAreasNow, planWordsNow } from './standing-now.sql.ts'

/** What is proposed, beside what stands there now. */
export async function besideStanding(
  db: Reads,
  planId: string,
  inputs: readonly ChangeInput[],
): Promise<Change[]> {
  const changes: Change[] = []
  for (const [index, input] of inputs.entries()) {
    const before = await standingNow(db, planId, input)
    // Which shape stands in `before` follows from `kind`, as `standingNow` has it.
    changes.push({ id: newId(), position: index + 1, ...input, before } as unknown as Change)
  }
  return changes
}

/** Writes down what a revision changes; what it held before is replaced. */
export async function writeChanges(
  tx: Writes,
  revisionId: string,
  changes: readonly Change[],
): Promise<void> {
  await removeChanges(tx, revisionId)
  const rows = changes.map((change) => ({
    ...{ id: change.id, revision_id: revisionId, position: change.position, kind: change.kind },
    commitment_id: 'commitment_id' in change ? change.commitment_id : null,
    before: json('before' in change ? change.before : {}),
    after: json('after' in change ? change.after : {}),
  }))
  await addChanges(tx, rows)
}

async function standingNow(db: Reads, planId: string, input: ChangeInput): Promise<Before> {
  switch (input.kind) {
    case 'plan-words':
      return planWordsNow(db, planId)
    case 'focus-areas':
      return focusAreasNow(db, planId, input.after.year)
    case 'add-commitment':
      return {}
    case 'change-commitment':
    case 'remove-commitment': {
      const standing = await commitmentsNow(db, [input.commitment_id])
      return found(standing.get(input.commitment_id), 'commitment').words
    }
  }
}
