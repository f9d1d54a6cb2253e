import type { Member } from '#platform/http.ts'
import { editRevision, revisionWithId } from '../../revisions/index.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { loadMaking } from '../load-facts.ts'
import { type Successor, successorWithId } from '../successor.sql.ts'
import { changesOf } from './changes-of.ts'

/** What the parties have before them is worded anew by the party that proposed it; the others say no, and why. */
export async function isAnothersProposal(tx: Db, successor: Successor, by: Member): Promise<boolean> {
  if (successor.revision_state !== 'proposed' || successor.revision_id === null) return false
  return (await revisionWithId(tx, successor.revision_id))?.party_id !== by.party?.id
}

/**
 * When the parties have the draft before them, a change of it raises the version that they say yes to: nobody has then said
 * yes to something else than what will stand.
 */
export async function keepProposalTrue(
  tx: Db,
  successorId: string,
  by: Member,
  means: Letters,
): Promise<void> {
  const successor = await successorWithId(tx, successorId)
  if (successor?.revision_state !== 'proposed' || successor.revision_id === null) return
  const revision = await revisionWithId(tx, successor.revision_id)
  if (!revision) return
  const changes = changesOf(await loadMaking(tx, successor, means.now))
  const { version: seen, reason } = revision
  const edit = { seen, title: successor.title, reason, changes }
  const edited = await editRevision(tx, by, revision.id, edit, means)
  // The draft's own rules have let it through, so this would be a fault; nothing of the change is kept then.
  if (edited.refusal !== null) throw new Error(`the proposal could not be kept true: ${edited.refusal}`)
}
