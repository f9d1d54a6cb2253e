import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Owner } from '../../revisions/change.ts'
import type { Writes } from '../../tables.ts'
import {
  addDraftCommitment,
  changeDraftCommitment,
  draftCarriedFrom,
  nextPosition,
} from '../draft/draft.sql.ts'
import type { Successor } from '../successor.sql.ts'
import { carriers } from './carry.rules.ts'
import type { Carried } from './load-carried.ts'

/**
 * Whoever carries a commitment on finds it in the draft, with its words; when nobody does, it is taken out of the draft. What
 * was worded anew meanwhile stays as it is but for its owners.
 */
export async function carryOver(
  tx: Writes,
  successor: Successor,
  { commitment, owners, answers, fate }: Carried,
  now: Instant,
): Promise<void> {
  const going = fate === 'end' ? [] : carriers(owners, answers)
  const who: Owner[] = going.map(({ id, kind }) => (kind === 'party' ? { party: id } : { organisation: id }))
  const there = await draftCarriedFrom(tx, successor.id, commitment.id)
  if (there) {
    const change = who.length === 0 ? { removed_at: now } : { owners: json(who) }
    if (who.length === 0 || json(who) !== json(there.owners))
      await changeDraftCommitment(tx, there.id, { ...change, changed_at: now })
    return
  }
  if (who.length === 0) return
  const isWithin = commitment.due_on >= successor.starts_on && commitment.due_on <= successor.ends_on
  await addDraftCommitment(tx, {
    ...{ id: newId(), successor_id: successor.id, goal_id: commitment.goal_id },
    position: await nextPosition(tx, 'draft_commitment', successor.id),
    ...{ title: json(commitment.title), what: json(commitment.what), measure: json(commitment.measure) },
    ...{ due_on: isWithin ? commitment.due_on : successor.ends_on, owners: json(who) },
    ...{ recommendation_id: commitment.recommendation_id, carried_from: commitment.id, changed_at: now },
  })
}
