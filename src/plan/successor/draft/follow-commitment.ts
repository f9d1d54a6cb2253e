import { json } from '#platform/db.ts'
import { languages, type Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { CommitmentWords } from '../../revisions/change.ts'
import type { Writes } from '../../tables.ts'
import { successorWithId } from '../successor.sql.ts'
import { changeUnlessChanged, draftsCarriedFrom } from './draft.sql.ts'

interface Reworded {
  id: string
  before: CommitmentWords
  after: CommitmentWords
}

/**
 * A commitment gets other words in the plan in force: where it goes on in a draft with the words it had, the draft follows.
 * What was worded anew there stays, and so does what the parties have before them: they say yes to what they have read.
 */
export async function followCommitment(tx: Writes, { id, before, after }: Reworded, now: Instant) {
  for (const draft of await draftsCarriedFrom(tx, id)) {
    const successor = await successorWithId(tx, draft.successor_id)
    if (!successor || successor.adopted_on !== null || successor.revision_state === 'proposed') continue
    const follows = (['title', 'what', 'measure'] as const).filter(
      (field) => isSame(draft[field], before[field]) && !isSame(before[field], after[field]),
    )
    if (follows.length === 0) continue
    const words = Object.fromEntries(follows.map((field) => [field, json(after[field])]))
    await changeUnlessChanged(tx, draft, { ...words, changed_at: now })
    await record(tx, { what: 'draft-changed', by: null, about: successor.id, at: now })
  }
}

const isSame = (one: Texts, other: Texts): boolean =>
  languages.every((language) => (one[language] ?? '') === (other[language] ?? ''))
