import { hashOf } from './ids.ts'
import type { ReadsOf, WritesOf } from './handle.ts'
import type { Member } from './http.ts'
import { countNow, countOneMore, type LimitTables, withinLimit } from './limits.ts'
import { mailsPerAddress, mailWaitAfter, sendingsInAll, sendingsPerNetwork } from './robot.rules.ts'
import { type Instant, plus } from './time.ts'

type Reads = ReadsOf<LimitTables>

/** Who sends something in: somebody signed in, whose address is known, or whoever typed one. */
export interface Sender {
  email: string
  isKnown: boolean
  /** The visitor's network. */
  from: string
}

export const senderOf = (member: Member | null, typed: string, from: string): Sender =>
  member ? { email: member.email, isKnown: true, from } : { email: typed, isKnown: false, from }

const inAll = (kind: string) => ({ key: `${kind}:all`, ...sendingsInAll })
const ofNetwork = (kind: string, from: string) => ({ key: `${kind}:network:${from}`, ...sendingsPerNetwork })

/** When the mail may leave that asks whose address it is; never, where this address has had its mails for today. */
interface Taken {
  mailAt: Instant | null
}

/** Counts one more of a kind: 'idea'. too-many: nothing is taken in. */
export async function limitFor(
  tx: WritesOf<LimitTables>,
  kind: string,
  { email, isKnown, from }: Sender,
  now: Instant,
): Promise<'too-many' | Taken> {
  if (!(await withinLimit(tx, ofNetwork(kind, from), now))) return 'too-many'
  if (isKnown) return { mailAt: now }
  const [all] = await countOneMore(tx, [inAll(kind)], now)
  const count = all?.count ?? 0
  if (count > sendingsInAll.max) return 'too-many'
  const key = `${kind}:address:${hashOf(email)}`
  const mayMail = await withinLimit(tx, { key, ...mailsPerAddress }, now)
  return { mailAt: mayMail ? plus(now, { seconds: mailWaitAfter(count) }) : null }
}

const minutesIn = (seconds: number): number => Math.ceil(seconds / 60)

/** In how many minutes at most the mail comes that the newest sending of a kind waits for; 0 where it leaves at once. */
export async function minutesToMail(db: Reads, kind: string, now: Instant): Promise<number> {
  const { count } = await countNow(db, inAll(kind), now)
  return minutesIn(mailWaitAfter(count))
}

/** In how many minutes a kind is taken in again, for somebody who was turned away. */
export async function minutesToAgain(db: Reads, kind: string, from: string, now: Instant): Promise<number> {
  const limits = [ofNetwork(kind, from), inAll(kind)]
  const counts = await Promise.all(limits.map((limit) => countNow(db, limit, now)))
  const ends = counts.flatMap(({ count, endsAt }, at) => (count > (limits[at]?.max ?? 0) ? endsAt : []))
  return Math.max(1, ...ends.map((end) => minutesIn((Date.parse(end) - Date.parse(now)) / 1000)))
}
