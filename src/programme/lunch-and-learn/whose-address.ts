import { hashOf } from '#platform/ids.ts'
import type { Member } from '#platform/http.ts'
import { withinLimit } from '#platform/limits.ts'
import type { Instant } from '#platform/time.ts'
import { organisationOf } from '../sign-up/organisations.ts'
import { organisationKey } from '../sign-up/seats.rules.ts'
import type { Writes } from '../tables.ts'
import { mailsPerAddress, sendingsPerNetwork } from './address.rules.ts'

/** Who sends something in: somebody signed in, whose address is known, or whoever typed one. */
export interface Sender {
  email: string
  isKnown: boolean
  /** The visitor's network. */
  from: string
}

export const senderOf = (member: Member | null, typed: string, from: string): Sender =>
  member ? { email: member.email, isKnown: true, from } : { email: typed, isKnown: false, from }

/** What an address is counted by; the address itself is kept only where somebody wants to be told. */
export const addressKey = (email: string): string => hashOf(`lunch-and-learn ${email}`)

/** too-many: nothing is taken in. quiet: it is, but this address has had its mails for today. */
export async function limitFor(
  tx: Writes,
  { email, isKnown, from }: Sender,
  now: Instant,
): Promise<'too-many' | 'quiet' | null> {
  if (!(await withinLimit(tx, { key: `need:network:${from}`, ...sendingsPerNetwork }, now))) return 'too-many'
  if (isKnown) return null
  const key = `need:address:${hashOf(email)}`
  return (await withinLimit(tx, { key, ...mailsPerAddress }, now)) ? null : 'quiet'
}

/** The organisation as the directory knows it or as it was typed, and what it is counted by. */
export async function organisationAsked(tx: Writes, name: string | null) {
  const organisation = await organisationOf(tx, name)
  const key = organisationKey(organisation)
  return { organisation, key: key === null ? null : hashOf(`lunch-and-learn ${key}`) }
}
