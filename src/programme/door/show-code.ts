import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { signUpOfLink, signUpWithId } from '../sign-up/sign-ups.sql.ts'
import type { Reads, SignUpRow } from '../tables.ts'
import { codeFor, isCodeOf, signUpNamedBy } from './code.ts'
import { secretOf, tableOf } from './door.sql.ts'

export interface OwnCode {
  event: ProgrammeEvent
  signUp: SignUpRow
  /** Null for whoever has no seat: there is nothing to show. */
  code: string | null
  table: string | null
}

/** The code of one's own sign-up, behind the link in the mail; null when the link is not whole. */
export async function ownCode(db: Reads, token: string): Promise<OwnCode | null> {
  const signUp = await signUpOfLink(db, hashOf(token))
  if (!signUp) return null
  const event = found(await eventWithId(db, signUp.event_id), 'event')
  const hasSeat = signUp.state === 'seat' && !event.cancelled_at
  const code = hasSeat ? codeFor(signUp.id, await secretOf(db, event.id)) : null
  return { event, signUp, code, table: await tableOf(db, signUp.id) }
}

/** Whose code this is; null for one that we did not make. */
export async function holderOfCode(db: Reads, code: string): Promise<SignUpRow | null> {
  const id = signUpNamedBy(code)
  const signUp = id ? await signUpWithId(db, id) : undefined
  return signUp && isCodeOf(code, signUp.id, await secretOf(db, signUp.event_id)) ? signUp : null
}
