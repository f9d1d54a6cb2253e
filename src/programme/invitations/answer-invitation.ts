import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language } from '#platform/language.ts'
import { withinLimits } from '#platform/limits.ts'
import { record } from '#platform/record.ts'
import { eventWithId } from '../events.sql.ts'
import type { Said } from '../questions/ask-at-sign-up.ts'
import { limitOfAddress } from '../sign-up/address-limit.ts'
import { giveSeatBack } from '../sign-up/own-page/give-seat-back.ts'
import type { Letters } from '../sign-up/letters.ts'
import { refusalToSignUp, type SignUpRefusal, signUpsPerNetwork } from '../sign-up/sign-up.rules.ts'
import { SignUp } from '../sign-up/sign-up-form.ts'
import { signUpFor } from '../sign-up/sign-up.ts'
import type { Capacity, Db, Writes } from '../tables.ts'
import { type ForWhomRefusal, refusalByForWhom } from './for-whom.rules.ts'
import { type AnswerRefusal, refusalToAnswer } from './invitation.rules.ts'
import { changeInvitation, invitationWithId, letIn, standingSignUp } from './invitations.sql.ts'
import { invitationAt, mayBePassedOn } from './known.ts'
import type { InvitationRow } from './tables.ts'

/** Somebody who wants to come by the link of an invitation. */
export interface Comer {
  name: string
  email: string
  capacity: Capacity
  organisation: string | null
  language: Language
}

interface Coming {
  comer: Comer
  /** What was answered to what nobody may leave open. */
  said: Said
  /** The visitor's network, for limits alone. */
  from: string
  letters: Letters
}

export type ComeRefusal = AnswerRefusal | SignUpRefusal | ForWhomRefusal | 'not-yours'

/**
 * Signs up whoever comes by an invitation. The owner of the invited address is known to mean it, since the link was in
 * a mail to that address. Whoever it was passed on to confirms an address of their own first, like anybody.
 */
export function comeByInvitation(
  db: Db,
  { id, event_id }: InvitationRow,
  coming: Coming,
): Promise<ComeRefusal | null> {
  return decide(db, 'event', event_id, async (tx) => {
    const { comer, said, from, letters } = coming
    const invitation = found(await invitationWithId(tx, id), 'invitation')
    const isOwn = comer.email === invitation.email
    // Pressed twice: the page then says where the sign-up stands.
    if (isOwn && (await standingSignUp(tx, event_id, comer.email))) return null
    const refusal = await refusalToCome(tx, invitation, { coming, isOwn })
    if (refusal) return refusal

    if (invitation.kind !== 'follower')
      await letIn(tx, { event_id, email: comer.email, invitation_id: invitation.id })
    const event = found(await eventWithId(tx, event_id), 'event')
    // The rest is asked on the page of the sign-up, of those who want to say it.
    const form = SignUp.parse({ ...comer, organisation: comer.organisation?.slice(0, 200) })
    await signUpFor(tx, event, { form, said, from, isKnown: isOwn }, letters)
    if (invitation.declined_at) await changeInvitation(tx, id, { declined_at: null })
    return null
  })
}

async function refusalToCome(
  tx: Writes,
  invitation: InvitationRow,
  { coming, isOwn }: { coming: Coming; isOwn: boolean },
): Promise<ComeRefusal | null> {
  const { comer, from, letters } = coming
  const event = found(await eventWithId(tx, invitation.event_id), 'event')
  const refusal = refusalToAnswer(event, letters.now) ?? refusalToSignUp(event, letters.now)
  if (refusal) return refusal
  if (!isOwn && !(await mayBePassedOn(tx, invitation))) return 'not-yours'
  if (!isOwn && !(await mayTry(tx, comer.email, from, letters.now))) return 'too-many'
  const isThere = await standingSignUp(tx, event.id, comer.email)
  const people = isThere ? 0 : 1
  const lets = await invitationAt(tx, event, invitation)
  return refusalByForWhom(event, { capacity: comer.capacity, invitation: lets, people })
}

const mayTry = (tx: Writes, email: string, from: string, now: string): Promise<boolean> =>
  withinLimits(tx, [{ key: `sign-up:network:${from}`, ...signUpsPerNetwork }, limitOfAddress(email)], now)

/** "I can't come": also of a full event, without a reason, up to the start. A seat is given back to those who wait. */
export function declineInvitation(
  db: Db,
  { id, event_id }: InvitationRow,
  letters: Letters,
): Promise<AnswerRefusal | null> {
  return decide(db, 'event', event_id, async (tx) => {
    const invitation = found(await invitationWithId(tx, id), 'invitation')
    const event = found(await eventWithId(tx, event_id), 'event')
    const refusal = refusalToAnswer(event, letters.now)
    if (refusal) return refusal
    const standing = invitation.email ? await standingSignUp(tx, event_id, invitation.email) : undefined
    if (standing) await giveSeatBack(tx, standing, letters)
    if (invitation.declined_at) return null
    await changeInvitation(tx, id, { declined_at: letters.now })
    const detail = { invitation: id }
    await record(tx, { what: 'invitation-declined', by: null, about: event_id, at: letters.now, detail })
    return null
  })
}
