import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables, Reads, SignUpRow, Writes } from '../tables.ts'

/** Every time that this address was signed up for the event; all but the last one have been given back. */
export const signUpsOfAddress = (db: Reads, eventId: string, email: string): Promise<SignUpRow[]> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('email', '=', email)
    .orderBy('id')
    .execute()

export const signUpWithId = (db: Reads, id: string): Promise<SignUpRow | undefined> =>
  db.selectFrom('sign_up').selectAll().where('id', '=', id).executeTakeFirst()

export const signUpOfLink = (db: Reads, tokenHash: string): Promise<SignUpRow | undefined> =>
  db
    .selectFrom('personal_link')
    .innerJoin('sign_up', 'sign_up.id', 'personal_link.sign_up_id')
    .selectAll('sign_up')
    .where('personal_link.token_hash', '=', tokenHash)
    .executeTakeFirst()

export const addSignUp = (db: Writes, row: Insertable<ProgrammeTables['sign_up']>) =>
  db.insertInto('sign_up').values(row).execute()

export const changeSignUpRow = (
  db: Writes,
  id: string,
  change: Partial<Insertable<ProgrammeTables['sign_up']>>,
) => db.updateTable('sign_up').set(change).where('id', '=', id).execute()

export const addLink = (db: Writes, tokenHash: string, signUpId: string, now: Instant) =>
  db
    .insertInto('personal_link')
    .values({ token_hash: tokenHash, sign_up_id: signUpId, created_at: now })
    .execute()

/** Those who wait, in the order of the queue. */
export const firstWaiting = (db: Reads, eventId: string, limit: number): Promise<SignUpRow[]> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('state', '=', 'waiting')
    .orderBy('queued_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** The place in the queue, counted from one. */
export const placeInQueue = async (db: Reads, signUp: SignUpRow): Promise<number> => {
  const row = await db
    .selectFrom('sign_up')
    .select((eb) => eb.fn.countAll<number>().as('before'))
    .where('event_id', '=', signUp.event_id)
    .where('state', '=', 'waiting')
    .where((eb) =>
      eb.or([
        eb('queued_at', '<', signUp.queued_at),
        eb.and([eb('queued_at', '=', signUp.queued_at), eb('id', '<', signUp.id)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return row.before + 1
}

/** Everybody with a seat or in the queue, who can be reached by mail. */
export const signedUpWithMail = (db: Reads, eventId: string): Promise<SignUpRow[]> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('state', 'in', ['seat', 'waiting'])
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()

export const needsOf = (db: Reads, signUpId: string) =>
  db.selectFrom('sign_up_need').selectAll().where('sign_up_id', '=', signUpId).executeTakeFirst()

export interface Needs {
  access: string | null
  interpretation: string | null
  diet: string | null
}

/** The organisation as the directory names it, when it was found there. */
export const organisationOfSignUp = (db: Reads, signUp: SignUpRow) =>
  db.selectFrom('organisation').select('name').where('id', '=', signUp.organisation_id).executeTakeFirst()

/** Writes what somebody needs; with nothing to write, nothing is kept. */
export async function addNeeds(db: Writes, signUpId: string, needs: Needs, wipeOn: string): Promise<void> {
  if (!needs.access && !needs.interpretation && !needs.diet) return
  await db
    .insertInto('sign_up_need')
    .values({ sign_up_id: signUpId, ...needs, wipe_on: wipeOn })
    .execute()
}

/** The same in place of what was written before. */
export async function changeNeeds(db: Writes, signUpId: string, needs: Needs, wipeOn: string): Promise<void> {
  await db.deleteFrom('sign_up_need').where('sign_up_id', '=', signUpId).execute()
  await addNeeds(db, signUpId, needs, wipeOn)
}

export const wipeNeedsDue = (db: Pick<Writes, 'deleteFrom'>, today: string) =>
  db.deleteFrom('sign_up_need').where('wipe_on', '<=', today).executeTakeFirstOrThrow()

/** What the organisers see of everybody who signed up, by name; needs are fetched apart. */
export const signUpsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select([
      'sign_up.id',
      'sign_up.name',
      'sign_up.email',
      'sign_up.capacity',
      'sign_up.organisation_name',
      'organisation.name as organisation',
      'sign_up.state',
      'sign_up.language',
      'sign_up.checked_in_at',
      'sign_up.walk_in',
      'sign_up.queued_at',
    ])
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.state', '!=', 'cancelled')
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()

export const needsAt = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up_need')
    .innerJoin('sign_up', 'sign_up.id', 'sign_up_need.sign_up_id')
    .select(['sign_up.name', 'sign_up_need.access', 'interpretation', 'diet', 'wipe_on'])
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.state', '!=', 'cancelled')
    .orderBy('sign_up.search_text')
    .execute()

/** One seat more. */
export const raiseCapacity = (db: Writes, eventId: string) =>
  db
    .updateTable('event')
    .set((eb) => ({ capacity: eb('capacity', '+', 1) }))
    .where('id', '=', eventId)
    .execute()
