import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { PeopleTables, Reads, Writes } from './tables.ts'

/** Who holds this session, with the party they coordinate for, if any. */
export const holderOfSession = (db: Reads, tokenHash: string, now: Instant) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoin('coordinator', (join) =>
      join.onRef('coordinator.person_id', '=', 'person.id').on('coordinator.until', 'is', null),
    )
    .leftJoin('party', 'party.id', 'coordinator.party_id')
    .select([
      'person.id',
      'person.email',
      'person.name',
      'person.language',
      'session.seen_at',
      'party.id as party_id',
      'party.key as party_key',
      'party.name as party_name',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .executeTakeFirst()

export const addSession = (db: Writes, row: Insertable<PeopleTables['session']>) =>
  db.insertInto('session').values(row).execute()

export const sessionsOf = (db: Reads, personId: string, now: Instant) =>
  db
    .selectFrom('session')
    .select(['created_at', 'seen_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()

export const markSeen = (db: Writes, tokenHash: string, now: Instant, expiresAt: Instant) =>
  db
    .updateTable('session')
    .set({ seen_at: now, expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute()

export const endSession = (db: Writes, tokenHash: string) =>
  db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()

export const endSessionsOf = (db: Writes, personId: string) =>
  db.deleteFrom('session').where('person_id', '=', personId).execute()

export const addSignInLink = (db: Writes, row: Omit<PeopleTables['sign_in_link'], 'used_at'>) =>
  db
    .insertInto('sign_in_link')
    .values({ ...row, used_at: null })
    .execute()

/** The link as it stands; the rule decides whether it still opens the door. */
export const signInLink = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('sign_in_link')
    .innerJoin('person', 'person.id', 'sign_in_link.person_id')
    .select(['person_id', 'person.name', 'next_path', 'expires_at', 'used_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()

/** Uses a link up; false when somebody else was faster. */
export const useUpSignInLink = async (db: Writes, tokenHash: string, now: Instant): Promise<boolean> => {
  const update = db.updateTable('sign_in_link').set({ used_at: now }).where('token_hash', '=', tokenHash)
  const { numUpdatedRows } = await update.where('used_at', 'is', null).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const forgetOldSessions = async (db: Writes, now: Instant): Promise<void> => {
  await db.deleteFrom('session').where('expires_at', '<', now).execute()
  await db.deleteFrom('sign_in_link').where('expires_at', '<', now).execute()
}

export const addFirstCoordinatorsLink = (db: Writes, tokenHash: string, now: Instant) =>
  db
    .insertInto('first_coordinators_link')
    .values({ token_hash: tokenHash, created_at: now, used_at: null })
    .execute()

export const firstCoordinatorsLink = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('first_coordinators_link')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()

/** Uses the one-time address up, and every other that was printed before; false when it was used already. */
export const useUpFirstCoordinatorsLink = async (
  db: Writes,
  tokenHash: string,
  now: Instant,
): Promise<boolean> => {
  const update = db.updateTable('first_coordinators_link').set({ used_at: now }).where('used_at', 'is', null)
  const { numUpdatedRows } = await update.where('token_hash', '=', tokenHash).executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await db.updateTable('first_coordinators_link').set({ used_at: now }).where('used_at', 'is', null).execute()
  return true
}
