import { readsAs } from './changes.rules.ts'
import type { Change, OrganisationFields } from './judgement.rules.ts'
import type { StaysWhy } from './tables.ts'

interface Made {
  /** What the list wrote, of one that it added or changed. */
  done: 'added' | 'changed'
  changes: readonly Change[]
  importedAt: string
  /** The entry as it is now; undefined once it is gone. */
  now: (OrganisationFields & { changed_at: string; merged_into: string | null }) | undefined
  /** Something points at it, or was joined with it. */
  isUsed: boolean
  isJoined: boolean
  /** A name or a number that it would have again is somebody else's by now. */
  isNameTaken: boolean
}

/**
 * "An import can be taken back as long as nobody has changed or used what it made": why an entry stays as it is. What was
 * changed is put back however much it is used, since it was there before.
 */
export function whyItStays(made: Made): StaysWhy | null {
  const { now, done } = made
  if (!now || now.merged_into !== null || made.isJoined) return 'joined'
  const isAsWritten = made.changes.every(({ field, to }) => readsAs(now[field]) === readsAs(to))
  if (now.changed_at !== made.importedAt || !isAsWritten) return 'changed'
  if (done === 'added') return made.isUsed ? 'used' : null
  return made.isNameTaken ? 'name-taken' : null
}
