import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { ForumTables, Reads, Writes } from '../tables.ts'

const photos = (db: Reads) =>
  db
    .selectFrom('note_photo')
    .select(['id', 'round', 'alt', 'width', 'height', 'table_id', 'created_at'])
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')

export const photosOfTable = (db: Reads, tableId: string) =>
  photos(db).where('table_id', '=', tableId).execute()

export const photosOfEvent = (db: Reads, eventId: string) =>
  photos(db).where('event_id', '=', eventId).execute()

export type Photo = Awaited<ReturnType<typeof photosOfTable>>[number]

/** Where a photo lies, unless it was taken away. */
export const photoFile = (db: Reads, eventId: string, id: string) =>
  db
    .selectFrom('note_photo')
    .innerJoin('stored_file', 'stored_file.id', 'note_photo.file_id')
    .select(['stored_file.checksum', 'stored_file.name', 'stored_file.content_type', 'stored_file.bytes'])
    .select('note_photo.table_id')
    .where('note_photo.event_id', '=', eventId)
    .where('note_photo.id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

export const photoWithId = (db: Reads, id: string) =>
  db.selectFrom('note_photo').select(['id', 'table_id']).where('id', '=', id).executeTakeFirst()

export const countPhotos = async (db: Reads, tableId: string): Promise<number> => {
  const row = await db
    .selectFrom('note_photo')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('table_id', '=', tableId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export const addPhoto = (db: Writes, row: Insertable<ForumTables['note_photo']>) =>
  db.insertInto('note_photo').values(row).execute()

/** False when there is no such photo of this table any more. */
export const takePhotoAway = async (db: Writes, tableId: string, id: string, now: Instant) => {
  const update = db.updateTable('note_photo').set({ removed_at: now })
  const { numUpdatedRows } = await update
    .where('id', '=', id)
    .where('table_id', '=', tableId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
