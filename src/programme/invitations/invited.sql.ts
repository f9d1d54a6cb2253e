import type { Texts } from '#platform/language.ts'
import type { Reads, SignUpState } from '../tables.ts'
import { answerOf, type InvitedAnswer } from './invitation.rules.ts'
import type { InvitationRow } from './tables.ts'

/** Whom those who look after an event have invited; who was asked back is left out, and so are followers. */
const invited = (db: Reads, eventId: string) =>
  db
    .selectFrom('invitation')
    .where('invitation.event_id', '=', eventId)
    .where('invitation.kind', '!=', 'follower')
    .where('invitation.taken_back_at', 'is', null)

export const invitedAddresses = async (db: Reads, eventId: string): Promise<Set<string>> =>
  new Set((await invited(db, eventId).select('email').execute()).map(({ email }) => email ?? ''))

/** Every sign-up for an event that came by an invitation, oldest first, with who has been brought along. */
const signUpsByInvitation = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('sign_up as bringer', 'bringer.id', 'sign_up.brought_by')
    .innerJoin('invitation_guest as guest', (join) =>
      join
        .onRef('guest.event_id', '=', 'sign_up.event_id')
        .on((eb) => eb('guest.email', '=', eb.fn.coalesce('bringer.email', 'sign_up.email'))),
    )
    .select(['guest.invitation_id', 'sign_up.state'])
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.walk_in', '=', 0)
    // Whoever never confirmed an address has said neither yes nor no.
    .where((eb) =>
      eb.or([eb('sign_up.ended_because', 'is', null), eb('sign_up.ended_because', '!=', 'not-confirmed')]),
    )
    .orderBy('sign_up.id')

/** How many come, wait or are held a seat on one invitation. */
export const peopleOn = async (db: Reads, eventId: string, invitationId: string): Promise<number> => {
  const query = signUpsByInvitation(db, eventId).where('guest.invitation_id', '=', invitationId)
  return (await query.where('sign_up.state', '!=', 'cancelled').execute()).length
}

/** Somebody on the list of those invited, with what they answered. */
export interface Invited {
  id: string
  kind: InvitationRow['kind']
  email: string | null
  name: string | null
  capacity: InvitationRow['capacity']
  organisation: Texts | null
  organisation_name: string | null
  sector: string | null
  organisation_kind: string | null
  people_max: number | null
  /** When it was mailed last, as a date. */
  sent_on: string | null
  answer: InvitedAnswer
  /** So many come or may come, and so many wait, on this invitation. */
  coming: number
  waiting: number
}

/** Everybody invited to an event, in the order they were put down. */
export async function invitedTo(db: Reads, eventId: string): Promise<Invited[]> {
  const rows = await invited(db, eventId)
    .leftJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .select([
      'invitation.id',
      'invitation.kind',
      'invitation.email',
      'invitation.name',
      'invitation.capacity',
    ])
    .select(['invitation.organisation_name', 'organisation.name as organisation', 'invitation.people_max'])
    .select(['organisation.sector', 'organisation.kind as organisation_kind'])
    .select('invitation.declined_at')
    .orderBy('invitation.id')
    .execute()
  const mails = await latestMails(db, eventId)
  const states = Map.groupBy(await signUpsByInvitation(db, eventId).execute(), (one) => one.invitation_id)
  return rows.map(({ declined_at, ...row }) => {
    const signUps: readonly { state: SignUpState }[] = states.get(row.id) ?? []
    const { sent_on = null, mail_state = null } = mails.get(row.id) ?? {}
    const many = (among: readonly SignUpState[]): number =>
      signUps.filter(({ state }) => among.includes(state)).length
    return {
      ...row,
      sent_on,
      answer: answerOf({ declined_at, sent_on, mail_state }, signUps),
      coming: many(['held', 'seat', 'offered']),
      waiting: many(['waiting']),
    }
  })
}

/** What became of the latest mail of each invitation. */
async function latestMails(db: Reads, eventId: string) {
  const rows = await db
    .selectFrom('invitation_mail')
    .innerJoin('invitation', 'invitation.id', 'invitation_mail.invitation_id')
    .leftJoin('mail', 'mail.once_key', 'invitation_mail.mail_key')
    .select(['invitation_mail.invitation_id', 'invitation_mail.sent_on', 'mail.state as mail_state'])
    .where('invitation.event_id', '=', eventId)
    .orderBy('invitation_mail.sent_on')
    .execute()
  return new Map(rows.map((row) => [row.invitation_id, row]))
}
