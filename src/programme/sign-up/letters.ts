import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { SignUpRow, Writes } from '../tables.ts'
import { type LetterKind, signUpMail } from './sign-up.mail.ts'
import { addLink, placeInQueue } from './sign-ups.sql.ts'

/** What letters need to know beyond the event and the person. */
export interface Letters {
  now: Instant
  /** A whole address of this site, in a language. */
  url: (language: Language, path: string) => string
  /** Who invites; the same in every mail about an event, or calendars would not match them. */
  organizer: { name: string; email: string }
}

/** How a route finds what letters need to know. */
export type LettersOf = (c: Context<VisitEnv>) => Letters

/** Writes the mail that tells one person where they stand, with a link of its own to the page of their sign-up. */
export async function writeLetter(
  tx: Writes,
  kind: LetterKind,
  { event, signUp, letters }: { event: ProgrammeEvent; signUp: SignUpRow; letters: Letters },
): Promise<void> {
  if (!signUp.email) return
  const token = newToken()
  await addLink(tx, hashOf(token), signUp.id, letters.now)
  const place = signUp.state === 'waiting' ? await placeInQueue(tx, signUp) : 0
  await queueMail(
    tx,
    signUpMail(kind, { event, signUp, email: signUp.email, place, token, letters }),
    letters.now,
  )
}
