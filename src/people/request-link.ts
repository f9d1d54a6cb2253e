import * as z from 'zod'
import { transact } from '#platform/db.ts'
import { emailAddress } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { withinLimit } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { type Instant, plus } from '#platform/time.ts'
import { personWithEmail } from './people.sql.ts'
import { addSignInLink } from './sessions.sql.ts'
import { linkMinutes, linksPerAddress, linksPerNetwork, safeNext } from './sign-in.rules.ts'
import { type LinkTo, signInMail } from './sign-in.mail.ts'
import type { Db, Writes } from './tables.ts'

export const LinkRequest = z.object({ email: emailAddress, next: z.string().max(300).optional() })
export type LinkRequest = z.output<typeof LinkRequest>

interface Asked {
  /** The visitor's network address. */
  from: string
  now: Instant
  linkTo: LinkTo
}

/**
 * Mails a link to whoever the address belongs to. What the visitor is told is the same for known and unknown
 * addresses; only too many questions from one place are answered otherwise.
 */
export function requestLink(db: Db, { email, next }: LinkRequest, asked: Asked): Promise<'too-many' | null> {
  return transact(db, async (tx) => {
    const { from, now } = asked
    if (!(await withinLimit(tx, { key: `sign-in:network:${from}`, ...linksPerNetwork }, now)))
      return 'too-many'
    const mayMail = await withinLimit(
      tx,
      { key: `sign-in:address:${hashOf(email)}`, ...linksPerAddress },
      now,
    )
    const person = mayMail ? await personWithEmail(tx, email) : undefined
    if (person) await mailLink(tx, person, { next: next ?? null, now, linkTo: asked.linkTo })
    return null
  })
}

type Person = NonNullable<Awaited<ReturnType<typeof personWithEmail>>>

interface Link {
  next: string | null
  now: Instant
  linkTo: LinkTo
}

/** Makes a link for a person and writes the mail that brings it. */
async function mailLink(tx: Writes, person: Person, { next, now, linkTo }: Link): Promise<void> {
  const token = await makeLink(tx, person.id, now, next)
  await queueMail(tx, signInMail(person, linkTo(person.language, token)), now)
}

/** A new link's secret; only its hash is stored. */
export async function makeLink(
  tx: Writes,
  personId: string,
  now: Instant,
  next: string | null = null,
): Promise<string> {
  const token = newToken()
  await addSignInLink(tx, {
    token_hash: hashOf(token),
    person_id: personId,
    next_path: next && safeNext(next),
    created_at: now,
    expires_at: plus(now, { minutes: linkMinutes }),
  })
  return token
}
