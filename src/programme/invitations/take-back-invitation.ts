import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { changeInvitation, invitationWithId } from './invitations.sql.ts'

interface TakingBack {
  eventId: string
  invitationId: string
  by: Member
  now: Instant
}

/** Makes an invitation's link dead. Who has a seat on it already keeps it, and a second press changes nothing. */
export function takeBackInvitation(db: Db, { eventId, invitationId, by, now }: TakingBack): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const known = await invitationWithId(tx, invitationId)
    const invitation = found(
      known?.event_id === eventId && known.kind !== 'follower' ? known : null,
      'invitation',
    )
    if (invitation.taken_back_at) return
    await changeInvitation(tx, invitation.id, { taken_back_at: now, token_hash: null })
    const detail = { invitation: invitation.id }
    await record(tx, { what: 'invitation-taken-back', by: by.id, about: eventId, at: now, detail })
  })
}
