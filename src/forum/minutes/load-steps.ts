import { partiesMissing } from '../note.rules.ts'
import type { Note } from '../notes.sql.ts'
import type { Reads } from '../tables.ts'
import { additionsOf, approvalsOf, correctionsOf, partiesThatDecide } from './minutes.sql.ts'

const nothing = { approvals: [], missing: [], corrections: [], additions: [] }

/** How far minutes have come, and what others have said about them. */
export async function loadSteps(db: Reads, note: Note | undefined) {
  if (!note) return nothing
  const approvals = await approvalsOf(db, note.id)
  const parties = await partiesThatDecide(db)
  const missing = partiesMissing(
    parties.map((one) => one.id),
    approvals.map((one) => one.party_id),
  )
  return {
    approvals,
    missing: parties.filter((one) => missing.includes(one.id)),
    corrections: await correctionsOf(db, note.id),
    additions: await additionsOf(db, note.id),
  }
}

export type Steps = Awaited<ReturnType<typeof loadSteps>>
