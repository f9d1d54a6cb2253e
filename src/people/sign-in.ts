import { transact } from '#platform/db.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import { addSession, endSession, endSessionsOf, signInLink, useUpSignInLink } from './sessions.sql.ts'
import { refusalToSignIn, safeNext, sessionDays, type SignInRefusal } from './sign-in.rules.ts'
import type { Db, Writes } from './tables.ts'

export type SignedIn = { refusal: SignInRefusal } | { refusal: null; session: string; next: string }

/** Opens the door with a mailed link, once. */
export function signIn(db: Db, token: string, now: Instant): Promise<SignedIn> {
  return transact(db, async (tx) => {
    const link = await signInLink(tx, hashOf(token))
    const refusal = refusalToSignIn(link, now)
    if (refusal || !link) return { refusal: refusal ?? 'link-unknown' }
    // Two devices may press the button at once; the update lets one of them through.
    if (!(await useUpSignInLink(tx, hashOf(token), now))) return { refusal: 'link-used' }
    return {
      refusal: null,
      session: await beginSession(tx, link.person_id, now),
      next: safeNext(link.next_path),
    }
  })
}

/** A new session's secret, for the cookie; only its hash is stored. */
export async function beginSession(tx: Writes, personId: string, now: Instant): Promise<string> {
  const token = newToken()
  const expires_at = plus(now, { days: sessionDays })
  await addSession(tx, {
    token_hash: hashOf(token),
    person_id: personId,
    created_at: now,
    seen_at: now,
    expires_at,
  })
  await record(tx, { what: 'signed-in', by: personId, about: personId, at: now })
  return token
}

export function signOut(db: Db, sessionToken: string): Promise<unknown> {
  return transact(db, (tx) => endSession(tx, hashOf(sessionToken)))
}

/** Ends every session of a person, on all devices. */
export function signOutEverywhere(db: Db, personId: string, now: Instant): Promise<unknown> {
  return transact(db, async (tx) => {
    await endSessionsOf(tx, personId)
    await record(tx, { what: 'signed-out-everywhere', by: personId, about: personId, at: now })
  })
}
