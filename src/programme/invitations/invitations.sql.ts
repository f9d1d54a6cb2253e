import type { Updateable } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables, Reads, SignUpRow, SignUpState, Writes } from '../tables.ts'
import { answerOf, type InvitedAnswer } from './invitation.rules.ts'
import type { InvitationRow } from './tables.ts'

export const invitationOfLink = (db: Reads, tokenHash: string): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()

export const invitationWithId = (db: Reads, id: string): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()

/** Whom those who look after an event have invited; who was asked back is left out, and so are followers. */
const invited = (db: Reads, eventId: string) =>
  db
    .selectFrom('invitation')
    .where('invitation.event_id', '=', eventId)
    .where('invitation.kind', '!=', 'follower')
    .where('invitation.taken_back_at', 'is', null)

export const invitedAddresses = async (db: Reads, eventId: string): Promise<Set<string>> =>
  new Set((await invited(db, eventId).select('email').execute()).map(({ email }) => email ?? ''))

export const addInvitation = (db: Writes, row: InvitationRow): Promise<unknown> =>
  db.insertInto('invitation').values(row).execute()

export const changeInvitation = (
  db: Writes,
  id: string,
  change: Updateable<ProgrammeTables['invitation']>,
): Promise<unknown> => db.updateTable('invitation').set(change).where('id', '=', id).execute()

/** From now on this invitation lets the address in, instead of any other. */
export const letIn = (db: Writes, guest: ProgrammeTables['invitation_guest']): Promise<unknown> =>
  db
    .insertInto('invitation_guest')
    .values(guest)
    .onConflict((conflict) =>
      conflict.columns(['event_id', 'email']).doUpdateSet({ invitation_id: guest.invitation_id }),
    )
    .execute()

export const addInvitationMail = (db: Writes, row: ProgrammeTables['invitation_mail']): Promise<unknown> =>
  db.insertInto('invitation_mail').values(row).execute()

/** When an invitation was mailed last, as a date. */
export const lastSentOn = async (db: Reads, invitationId: string): Promise<string | null> => {
  const query = db.selectFrom('invitation_mail').select((eb) => eb.fn.max('sent_on').as('sent_on'))
  return (await query.where('invitation_id', '=', invitationId).executeTakeFirst())?.sent_on ?? null
}

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

/** What somebody said about themselves when they last signed up for anything with this address, and confirmed it. */
export const rememberedOf = (db: Reads, email: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select([
      'sign_up.name',
      'sign_up.capacity',
      'sign_up.organisation_name',
      'organisation.name as organisation',
    ])
    .select(['sign_up.organisation_id', 'sign_up.language'])
    .where('sign_up.email', '=', email)
    .where('sign_up.confirmed_at', 'is not', null)
    .where('sign_up.named', '=', 1)
    .orderBy('sign_up.confirmed_at', 'desc')
    .orderBy('sign_up.id', 'desc')
    .executeTakeFirst()

/** Where an organisation was invited last, at whatever event. */
export const lastAddressOf = async (db: Reads, organisationId: string): Promise<string | null> => {
  const query = db.selectFrom('invitation').select('email').where('organisation_id', '=', organisationId)
  const row = await query
    .where('kind', '=', 'organisation')
    .where('email', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.email ?? null
}

/** The name of an organisation of the directory. */
export const organisationName = async (db: Reads, id: string | null): Promise<Texts | null> => {
  if (id === null) return null
  const query = db.selectFrom('organisation').select('name').where('id', '=', id)
  return (await query.executeTakeFirst())?.name ?? null
}

/** The sign-up of an address that is not over. */
export const standingSignUp = (db: Reads, eventId: string, email: string): Promise<SignUpRow | undefined> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('email', '=', email)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst()

export const followerInvitation = (db: Reads, eventId: string, email: string) =>
  db
    .selectFrom('invitation')
    .select('id')
    .where('event_id', '=', eventId)
    .where('email', '=', email)
    .where('kind', '=', 'follower')
    .executeTakeFirst()

/** Forgets who was invited to events that ended before, but not how many. Returns how many were forgotten. */
export async function forgetInvitedBefore(db: Writes, before: Instant, now: Instant): Promise<number> {
  const over = db.selectFrom('event').select('id').where('ends_at', '<', before)
  await db.deleteFrom('invitation_guest').where('event_id', 'in', over).execute()
  const forgotten = { email: null, name: null, organisation_name: null, token_hash: null, forgotten_at: now }
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set((eb) => ({
      ...forgotten,
      // An organisation that is not in the directory stays one, without its name.
      organisation_name: eb.case().when('kind', '=', 'organisation').then('–').else(null).end(),
    }))
    .where('forgotten_at', 'is', null)
    .where('event_id', 'in', over)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
