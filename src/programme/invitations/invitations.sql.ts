import type { Updateable } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables, Reads, SignUpRow, Writes } from '../tables.ts'
import type { InvitationRow } from './tables.ts'

export const invitationOfLink = (db: Reads, tokenHash: string): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()

export const invitationWithId = (db: Reads, id: string): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()

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

/** The invitation by which an address comes to an event. */
export const invitationLettingIn = (
  db: Reads,
  eventId: string,
  email: string,
): Promise<InvitationRow | undefined> =>
  db
    .selectFrom('invitation_guest')
    .innerJoin('invitation', 'invitation.id', 'invitation_guest.invitation_id')
    .selectAll('invitation')
    .where('invitation_guest.event_id', '=', eventId)
    .where('invitation_guest.email', '=', email)
    .executeTakeFirst()

export const followerInvitation = (db: Reads, eventId: string, email: string) =>
  db
    .selectFrom('invitation')
    .select('id')
    .where('event_id', '=', eventId)
    .where('email', '=', email)
    .where('kind', '=', 'follower')
    .executeTakeFirst()

/** Those invited to events that ended before, and not forgotten yet. */
export const invitedToForget = async (db: Writes, endedBefore: Instant): Promise<string[]> => {
  const over = db.selectFrom('event').select('id').where('ends_at', '<', endedBefore)
  const query = db.selectFrom('invitation').select('id').where('forgotten_at', 'is', null)
  return (await query.where('event_id', 'in', over).execute()).map(({ id }) => id)
}

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
