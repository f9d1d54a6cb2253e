import type { Insertable, Updateable } from 'kysely'
import type { ForumTables, Reads, Writes } from '../tables.ts'

/** Everybody who was present and can be mailed. */
export const presentWithMail = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .select(['id', 'name', 'email', 'language'])
    .where('event_id', '=', eventId)
    .where('state', '=', 'seat')
    .where('checked_in_at', 'is not', null)
    .where('email', 'is not', null)
    .orderBy('id')
    .$narrowType<{ email: string }>()
    .execute()

/** The parties that have a coordinator today. */
export const partiesThatDecide = (db: Reads) =>
  db
    .selectFrom('party')
    .select(['party.id', 'party.name'])
    .where('party.id', 'in', (eb) =>
      eb.selectFrom('coordinator').select('coordinator.party_id').where('coordinator.until', 'is', null),
    )
    .orderBy('party.position')
    .orderBy('party.id')
    .execute()

export const approvalsOf = (db: Reads, noteId: string) =>
  db
    .selectFrom('note_approval')
    .innerJoin('party', 'party.id', 'note_approval.party_id')
    .select(['note_approval.party_id', 'note_approval.at', 'party.name as party_name'])
    .where('note_id', '=', noteId)
    .orderBy('note_approval.at')
    .execute()

export const addApproval = (db: Writes, row: Insertable<ForumTables['note_approval']>) =>
  db.insertInto('note_approval').values(row).execute()

/** When the words change, those who approved them have to read them again. How many that were. */
export const takeApprovalsBack = async (db: Writes, noteId: string): Promise<number> => {
  const removed = await db.deleteFrom('note_approval').where('note_id', '=', noteId).executeTakeFirst()
  return Number(removed.numDeletedRows)
}

export const addLink = (db: Writes, row: Insertable<ForumTables['note_link']>) =>
  db.insertInto('note_link').values(row).execute()

/** What a link of somebody who was present leads to. */
export const linkWithHash = (db: Reads, hash: string) =>
  db
    .selectFrom('note_link')
    .innerJoin('note', 'note.id', 'note_link.note_id')
    .innerJoin('event', 'event.id', 'note.event_id')
    .select(['note_link.sign_up_id', 'note.id as note_id', 'note.event_id', 'note.said', 'note.agreed'])
    .select(['note.state', 'note.changed_at', 'note.corrections_until', 'event.title', 'event.slug'])
    .select('event.published_at as event_published_at')
    .where('token_hash', '=', hash)
    .executeTakeFirst()

export type MinutesLink = NonNullable<Awaited<ReturnType<typeof linkWithHash>>>

const corrections = (db: Reads) =>
  db
    .selectFrom('note_correction')
    .leftJoin('sign_up', 'sign_up.id', 'note_correction.sign_up_id')
    .selectAll('note_correction')
    .select(['sign_up.name', 'sign_up.email', 'sign_up.language'])

/** All corrections of a note, those without an answer first. */
export const correctionsOf = (db: Reads, noteId: string) =>
  corrections(db)
    .where('note_correction.note_id', '=', noteId)
    .orderBy((eb) => eb.case().when('note_correction.answer', 'is', null).then(0).else(1).end())
    .orderBy('note_correction.at')
    .execute()

export type Correction = Awaited<ReturnType<typeof correctionsOf>>[number]

export const correctionsFrom = (db: Reads, noteId: string, signUpId: string) =>
  corrections(db)
    .where('note_correction.note_id', '=', noteId)
    .where('note_correction.sign_up_id', '=', signUpId)
    .orderBy('note_correction.at')
    .execute()

export const correctionWithId = (db: Reads, noteId: string, id: string) =>
  corrections(db)
    .where('note_correction.note_id', '=', noteId)
    .where('note_correction.id', '=', id)
    .executeTakeFirst()

export const addCorrection = (db: Writes, row: Insertable<ForumTables['note_correction']>) =>
  db.insertInto('note_correction').values(row).execute()

type Answer = Required<Pick<Correction, 'answer' | 'because' | 'answered_by' | 'answered_at'>>

export const keepAnswer = (db: Writes, id: string, answer: Answer) =>
  db.updateTable('note_correction').set(answer).where('id', '=', id).execute()

export const additionsOf = (db: Reads, noteId: string) =>
  db
    .selectFrom('note_addition')
    .select(['id', 'words', 'at', 'erased_at'])
    .where('note_id', '=', noteId)
    .orderBy('at')
    .orderBy('id')
    .execute()

export type Addition = Awaited<ReturnType<typeof additionsOf>>[number]

/** False when the same form was sent a moment ago. */
export const addAddition = async (
  db: Writes,
  row: Insertable<ForumTables['note_addition']>,
): Promise<boolean> => {
  const insert = db.insertInto('note_addition').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const addErasure = (db: Writes, row: Insertable<ForumTables['note_erasure']>) =>
  db.insertInto('note_erasure').values(row).execute()

export const changeAddition = (db: Writes, id: string, row: Updateable<ForumTables['note_addition']>) =>
  db.updateTable('note_addition').set(row).where('id', '=', id).execute()
