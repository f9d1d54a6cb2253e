import type { Insertable } from 'kysely'
import { insertRows, type NewRow } from '#platform/db.ts'
import type { ProgrammeTables, Reads, SignUpRow, Writes } from '../tables.ts'

/** Every time that these addresses were signed up for the event; only the last one of each may not be over. */
export const signUpsOfAddresses = (
  db: Reads,
  eventId: string,
  emails: readonly string[],
): Promise<SignUpRow[]> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('email', 'in', padded(emails))
    .orderBy('id')
    .execute()

/** Repeats the last one until there are 1, 2, 4, 8 …, so that an engine meets few statements of different lengths. */
const padded = (texts: readonly string[]): string[] => {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, texts.length)))
  return Array.from({ length }, (_, index) => texts[index] ?? texts.at(-1) ?? '')
}

export const signUpWithId = (db: Reads, id: string): Promise<SignUpRow | undefined> =>
  db.selectFrom('sign_up').selectAll().where('id', '=', id).executeTakeFirst()

export const signUpOfLink = (db: Reads, tokenHash: string): Promise<SignUpRow | undefined> =>
  db
    .selectFrom('personal_link')
    .innerJoin('sign_up', 'sign_up.id', 'personal_link.sign_up_id')
    .selectAll('sign_up')
    .where('personal_link.token_hash', '=', tokenHash)
    .executeTakeFirst()

export const addSignUps = (tx: Writes, rows: readonly NewRow<ProgrammeTables['sign_up']>[]) =>
  insertRows<ProgrammeTables['sign_up']>(tx, 'sign_up', rows)

export const changeSignUpRow = (
  db: Writes,
  id: string,
  change: Partial<Insertable<ProgrammeTables['sign_up']>>,
) => db.updateTable('sign_up').set(change).where('id', '=', id).execute()

export const addLinks = (tx: Writes, rows: readonly NewRow<ProgrammeTables['personal_link']>[]) =>
  insertRows<ProgrammeTables['personal_link']>(tx, 'personal_link', rows)

/** Every link to one sign-up leads to another of the same person. */
export const moveLinks = (db: Writes, from: string, to: string) =>
  db.updateTable('personal_link').set({ sign_up_id: to }).where('sign_up_id', '=', from).execute()

/** Those whom somebody brought along, whatever became of it, in the order in which they were named. */
export const companionsOf = (db: Reads, signUpId: string): Promise<SignUpRow[]> =>
  db.selectFrom('sign_up').selectAll().where('brought_by', '=', signUpId).orderBy('id').execute()

/** The same for many. */
export const companionsOfAll = async (db: Reads, signUpIds: readonly string[]): Promise<SignUpRow[]> =>
  signUpIds.length === 0
    ? []
    : db.selectFrom('sign_up').selectAll().where('brought_by', 'in', signUpIds).orderBy('id').execute()

export const signUpsWithIds = (db: Reads, ids: readonly string[]): Promise<SignUpRow[]> =>
  db.selectFrom('sign_up').selectAll().where('id', 'in', ids).orderBy('id').execute()

/** Everybody who must learn what happens to the event: with a seat, or in the queue. */
export const activeSignUps = (db: Reads, eventId: string): Promise<SignUpRow[]> =>
  db
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('state', '!=', 'cancelled')
    .where('walk_in', '=', 0)
    .orderBy('id')
    .execute()

/** The organisation as the directory names it, when it was found there. */
export const organisationOfSignUp = (db: Reads, signUp: SignUpRow) =>
  db.selectFrom('organisation').select('name').where('id', '=', signUp.organisation_id).executeTakeFirst()

export const wipeNeedsDue = (db: Writes, today: string) =>
  db.deleteFrom('sign_up_need').where('wipe_on', '<=', today).executeTakeFirstOrThrow()

/** What the organisers see of everybody who signed up, by name; needs are kept apart, and whoever is forgotten is left out. */
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
      'sign_up.named',
      'sign_up.queued_at',
    ])
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.state', '!=', 'cancelled')
    .where('sign_up.forgotten_at', 'is', null)
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()

/** One seat more. */
export const raiseCapacity = (db: Writes, eventId: string) =>
  db
    .updateTable('event')
    .set((eb) => ({ capacity: eb('capacity', '+', 1) }))
    .where('id', '=', eventId)
    .execute()
