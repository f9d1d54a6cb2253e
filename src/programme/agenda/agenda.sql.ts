import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { MeetingTables } from '../meeting-tables.ts'
import type { MeetingReads, MeetingWrites } from '../tables.ts'

export const itemsOf = (db: MeetingReads, eventId: string) =>
  db
    .selectFrom('programme_item')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const speakersOf = (db: MeetingReads, eventId: string) =>
  db.selectFrom('speaker').selectAll().where('event_id', '=', eventId).orderBy('id').execute()

/** Who speaks in which of an event's items. */
export const speakingIn = (db: MeetingReads, eventId: string) =>
  db
    .selectFrom('programme_item_speaker')
    .innerJoin('programme_item', 'programme_item.id', 'programme_item_speaker.item_id')
    .select(['item_id', 'speaker_id'])
    .where('programme_item.event_id', '=', eventId)
    .execute()

export type Item = Awaited<ReturnType<typeof itemsOf>>[number]
export type Speaker = Awaited<ReturnType<typeof speakersOf>>[number]

export const itemOfEvent = (db: MeetingReads, eventId: string, id: string) =>
  db
    .selectFrom('programme_item')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .executeTakeFirst()

export const speakerOfEvent = (db: MeetingReads, eventId: string, id: string) =>
  db.selectFrom('speaker').selectAll().where('event_id', '=', eventId).where('id', '=', id).executeTakeFirst()

/** False when the same form was sent a moment ago. */
export const addItem = async (
  db: MeetingWrites,
  row: Insertable<MeetingTables['programme_item']>,
): Promise<boolean> => {
  const insert = db.insertInto('programme_item').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeItem = (
  db: MeetingWrites,
  id: string,
  change: Updateable<MeetingTables['programme_item']>,
) => db.updateTable('programme_item').set(change).where('id', '=', id).execute()

export async function setSpeakers(db: MeetingWrites, itemId: string, speakerIds: readonly string[]) {
  await db.deleteFrom('programme_item_speaker').where('item_id', '=', itemId).execute()
  const rows = speakerIds.map((speaker_id) => ({ item_id: itemId, speaker_id }))
  if (rows.length > 0) await db.insertInto('programme_item_speaker').values(rows).execute()
}

export async function deleteItem(db: MeetingWrites, id: string) {
  await setSpeakers(db, id, [])
  await db.deleteFrom('programme_item').where('id', '=', id).execute()
}

/** Adds a speaker; false when the same form was sent a moment ago. */
export const addSpeaker = async (
  db: MeetingWrites,
  row: Insertable<MeetingTables['speaker']>,
): Promise<boolean> => {
  const insert = db.insertInto('speaker').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeSpeaker = (db: MeetingWrites, id: string, change: Updateable<MeetingTables['speaker']>) =>
  db.updateTable('speaker').set(change).where('id', '=', id).execute()

export async function deleteSpeaker(db: MeetingWrites, id: string) {
  await db.deleteFrom('programme_item_speaker').where('speaker_id', '=', id).execute()
  await db.deleteFrom('speaker').where('id', '=', id).execute()
}

/** Forgets the addresses of those who spoke at events that ended before. Returns how many. */
export async function forgetSpeakersAddresses(db: MeetingWrites, endedBefore: Instant): Promise<number> {
  const over = db.selectFrom('event').select('event.id').where('ends_at', '<', endedBefore)
  const { numUpdatedRows } = await db
    .updateTable('speaker')
    .set({ email: null })
    .where('email', 'is not', null)
    .where('event_id', 'in', over)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
