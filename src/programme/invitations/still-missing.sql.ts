import type { Reads } from '../tables.ts'

/** For which organisations people have signed up; who they are is not asked for. */
export const signUpsByOrganisation = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .select(['organisation_id', 'organisation_name'])
    .distinct()
    .where('event_id', '=', eventId)
    .where('state', '!=', 'cancelled')
    .execute()

/** Which organisations were invited, or people of them. */
export const invitationsByOrganisation = (db: Reads, eventId: string) =>
  db
    .selectFrom('invitation')
    .select(['organisation_id', 'organisation_name', 'declined_at'])
    .where('event_id', '=', eventId)
    .where('kind', '!=', 'follower')
    .where('taken_back_at', 'is', null)
    .execute()

/** Where each organisation was invited last, at whatever event. */
export const lastAddresses = async (db: Reads): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('invitation')
    .select(['organisation_id', 'email'])
    .where('kind', '=', 'organisation')
    .where('organisation_id', 'is not', null)
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ organisation_id, email }) => [organisation_id ?? '', email ?? '']))
}
