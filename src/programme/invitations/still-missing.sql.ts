import type { Reads } from '../tables.ts'
import type { SignedUp } from './summary.rules.ts'

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

/** Everybody who comes, is held a seat or waits, by what they take part as, invited or not. */
export async function signUpsBySector(db: Reads, eventId: string): Promise<SignedUp[]> {
  const rows = await db
    .selectFrom('sign_up')
    .select(['capacity', 'state'])
    .where('event_id', '=', eventId)
    .where('state', '!=', 'cancelled')
    .execute()
  return [...Map.groupBy(rows, ({ capacity }) => capacity)].map(([capacity, own]) => {
    const waiting = own.filter(({ state }) => state === 'waiting').length
    return { capacity, coming: own.length - waiting, waiting }
  })
}
