import type { Insertable } from 'kysely'
import type { ForumTables, Reads, Writes } from '../tables.ts'

export const addReseating = (tx: Writes, row: Insertable<ForumTables['reseating']>) =>
  tx.insertInto('reseating').values(row).execute()

export const reseatingWithId = (db: Reads, eventId: string, id: string) =>
  db
    .selectFrom('reseating')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What was proposed last, whether or not it was taken. */
export const lastReseating = (db: Reads, eventId: string, which: 'any' | 'taken' = 'any') => {
  const query = db.selectFrom('reseating').selectAll().where('event_id', '=', eventId)
  const wanted = which === 'taken' ? query.where('taken_at', 'is not', null) : query
  return wanted.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export const noteTaken = (tx: Writes, id: string, taken_by: string, taken_at: string) =>
  tx.updateTable('reseating').set({ taken_by, taken_at }).where('id', '=', id).execute()

/** Up to which version of the seats everybody was mailed; 0 when nobody ever was. */
export const lastMailed = async (db: Reads, eventId: string): Promise<number> =>
  (
    await db
      .selectFrom('seats_mailed')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('event_id', '=', eventId)
      .executeTakeFirst()
  )?.version ?? 0

/** Who has come, of those with a seat at the event; also those who were written up at the door. */
export const arrivals = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('sign_up as bringer', 'bringer.id', 'sign_up.brought_by')
    .select(['sign_up.id', 'sign_up.name', 'sign_up.named', 'sign_up.walk_in', 'sign_up.checked_in_at'])
    .select(['sign_up.email', 'sign_up.language', 'bringer.id as bringer_id', 'bringer.name as bringer_name'])
    .select(['bringer.email as bringer_email', 'bringer.language as bringer_language'])
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.state', '=', 'seat')
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()

export type Arrival = Awaited<ReturnType<typeof arrivals>>[number]

export const wipeReseatingsBefore = (db: Writes, endedBefore: string) =>
  db
    .deleteFrom('reseating')
    .where('event_id', 'in', db.selectFrom('event').select('id').where('ends_at', '<', endedBefore))
    .executeTakeFirstOrThrow()
