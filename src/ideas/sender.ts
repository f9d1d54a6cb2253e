import type { Member } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { withinLimit } from '#platform/limits.ts'
import type { Instant } from '#platform/time.ts'
import { mailsPerAddress, sendingsInAll, sendingsPerNetwork } from './robot.rules.ts'
import type { Writes } from './tables.ts'

/** Who sends something in: somebody signed in, whose address is known, or whoever typed one. */
export interface Sender {
  email: string
  isKnown: boolean
  /** The visitor's network. */
  from: string
}

export const senderOf = (member: Member | null, typed: string, from: string): Sender =>
  member ? { email: member.email, isKnown: true, from } : { email: typed, isKnown: false, from }

/** too-many: nothing is taken in. quiet: it is, but this address has had its mails for today. */
export async function limitFor(
  tx: Writes,
  { email, isKnown, from }: Sender,
  now: Instant,
): Promise<'too-many' | 'quiet' | null> {
  if (!(await withinLimit(tx, { key: `idea:network:${from}`, ...sendingsPerNetwork }, now))) return 'too-many'
  if (isKnown) return null
  if (!(await withinLimit(tx, { key: 'idea:all', ...sendingsInAll }, now))) return 'too-many'
  const key = `idea:address:${hashOf(email)}`
  return (await withinLimit(tx, { key, ...mailsPerAddress }, now)) ? null : 'quiet'
}
