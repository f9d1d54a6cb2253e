import type { Insertable, Updateable } from 'kysely'
import type { MeetingTables } from '../meeting-tables.ts'
import type { MeetingReads, MeetingWrites } from '../tables.ts'

const materials = (db: MeetingReads) =>
  db
    .selectFrom('material')
    .leftJoin('stored_file', 'stored_file.id', 'material.file_id')
    .selectAll('material')
    .select(['stored_file.name as file_name', 'stored_file.bytes', 'stored_file.content_type'])

/** Everything that belongs to an event, in the order in which it was added. */
export const materialsOf = (db: MeetingReads, eventId: string) =>
  materials(db).where('material.event_id', '=', eventId).orderBy('material.id').execute()

/** The same that everybody may see. */
export const publicMaterialsOf = (db: MeetingReads, eventId: string) =>
  materials(db)
    .where('material.event_id', '=', eventId)
    .where('material.published_at', 'is not', null)
    .orderBy('material.id')
    .execute()

export type Material = Awaited<ReturnType<typeof materialsOf>>[number]

export const materialOfEvent = (db: MeetingReads, eventId: string, id: string) =>
  materials(db).where('material.event_id', '=', eventId).where('material.id', '=', id).executeTakeFirst()

/** Where a material lies, with what decides who may have it. */
export const placeOfMaterial = (db: MeetingReads, materialId: string) =>
  db
    .selectFrom('material')
    .leftJoin('stored_file', 'stored_file.id', 'material.file_id')
    .leftJoin('event', 'event.id', 'material.event_id')
    .select(['stored_file.checksum', 'stored_file.name', 'stored_file.content_type', 'stored_file.bytes'])
    .select(['material.url', 'material.event_id', 'material.published_at'])
    .select('event.published_at as event_published_at')
    .where('material.id', '=', materialId)
    .executeTakeFirst()

/** False when the same form was sent a moment ago. */
export const addMaterial = async (
  db: MeetingWrites,
  row: Insertable<MeetingTables['material']>,
): Promise<boolean> => {
  const insert = db.insertInto('material').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeMaterial = (
  db: MeetingWrites,
  id: string,
  change: Updateable<MeetingTables['material']>,
) => db.updateTable('material').set(change).where('id', '=', id).execute()

export const deleteMaterial = (db: MeetingWrites, id: string) =>
  db.deleteFrom('material').where('id', '=', id).execute()
