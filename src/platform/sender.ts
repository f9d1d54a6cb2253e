import { hashOf } from './ids.ts'
import type { WritesOf } from './handle.ts'
import type { Member } from './http.ts'
import { type LimitTables, withinLimit } from './limits.ts'
import { mailsPerAddress, sendingsInAll, sendingsPerNetwork } from './robot.rules.ts'
import type { Instant } from './time.ts'

/** Who sends something in: somebody signed in, whose address is known, or whoever typed one. */
export interface Sender {
  email: string
  isKnown: boolean
  /** The visitor's network. */
  from: string
}

export const senderOf = (member: Member | null, typed: string, from: string): Sender =>
  member ? { email: member.email, isKnown: true, from } : { email: typed, isKnown: false, from }

/**
 * Counts one more of a kind: 'idea'. too-many: nothing is taken in. quiet: it is, but this address has had its mails
 * for today.
 */
export async function limitFor(
  tx: WritesOf<LimitTables>,
  kind: string,
  { email, isKnown, from }: Sender,
  now: Instant,
): Promise<'too-many' | 'quiet' | null> {
  if (!(await withinLimit(tx, { key: `${kind}:network:${from}`, ...sendingsPerNetwork }, now)))
    return 'too-many'
  if (isKnown) return null
  if (!(await withinLimit(tx, { key: `${kind}:all`, ...sendingsInAll }, now))) return 'too-many'
  const key = `${kind}:address:${hashOf(email)}`
  return (await withinLimit(tx, { key, ...mailsPerAddress }, now)) ? null : 'quiet'
}
