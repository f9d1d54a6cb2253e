import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalParagraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db, Writes } from '../tables.ts'
import { invitationMail } from './invitation.mail.ts'
import { isToRemind, refusalToSend, type SendRefusal } from './invitation.rules.ts'
import { addInvitationMail, changeInvitation, invitationWithId, organisationName } from './invitations.sql.ts'
import { type Invited, invitedTo } from './invited.sql.ts'
import type { InvitationRow } from './tables.ts'

/** What those who look after the event want to say besides the facts. */
export const OwnText = z.object({ words: optionalParagraphs(2000) })

export type Sending = 'invitation' | 'reminder'

/** Who would be mailed now: those who have not been, or those who have not answered and were not mailed today. */
export const receiversOf = (all: readonly Invited[], sending: Sending, today: string): Invited[] =>
  all.filter(({ answer, sent_on }) =>
    sending === 'invitation' ? answer === 'not-sent' : isToRemind(answer, sent_on, today),
  )

interface Errand {
  eventId: string
  sending: Sending
  words: string | null
  by: Member
  letters: Letters
}

// So many in one transaction; whoever signs up meanwhile waits no longer than that takes.
const batchMax = 100

/** Mails everybody whose turn it is, each with a link of their own. Links from earlier mails are dead from then on. */
export async function sendInvitations(db: Db, errand: Errand): Promise<SendRefusal | null> {
  for (let isFirst = true; ; isFirst = false) {
    const { refusal, left } = await sendBatch(db, errand)
    if (refusal === 'nobody' && !isFirst) return null
    if (refusal || left === 0) return refusal
  }
}

function sendBatch(db: Db, { eventId, sending, words, by, letters }: Errand) {
  return decide(db, 'event', eventId, async (tx): Promise<{ refusal: SendRefusal | null; left: number }> => {
    const { now } = letters
    const event = found(await eventWithId(tx, eventId), 'event')
    const receivers = receiversOf(await invitedTo(tx, eventId), sending, localDate(now))
    const refusal = refusalToSend(event, receivers.length, now)
    if (refusal) return { refusal, left: 0 }
    const batch = receivers.slice(0, batchMax)
    for (const { id } of batch) {
      const invitation = found(await invitationWithId(tx, id), 'invitation')
      await mailInvitation(tx, { event, invitation, sending, words, by, letters })
    }
    const happened = sending === 'reminder' ? { what: 'invited-reminded' } : { what: 'invitations-sent' }
    const detail = { mails: batch.length }
    await record(tx, { ...happened, by: by.id, about: eventId, at: now, detail })
    return { refusal: null, left: receivers.length - batch.length }
  })
}

interface Letter {
  event: ProgrammeEvent
  invitation: InvitationRow
  sending: Sending
  words: string | null
  by: Member
  letters: Letters
}

async function mailInvitation(tx: Writes, { event, invitation, sending, words, by, letters }: Letter) {
  const { id, email } = invitation
  const sent_on = localDate(letters.now)
  const token = newToken()
  const mail_key = `invitation ${id} ${sent_on}`
  await changeInvitation(tx, id, { token_hash: hashOf(token) })
  await addInvitationMail(tx, { invitation_id: id, sent_on, kind: sending, mail_key })
  const facts = {
    ...{ event, sending, words, by: by.name, email: found(email, 'address'), key: mail_key },
    organisation: (await organisationName(tx, invitation.organisation_id)) ?? invitation.organisation_name,
    url: letters.url(invitation.language, `/invitations/${token}`),
  }
  await queueMail(tx, invitationMail(invitation, facts), letters.now)
}
