import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { MeetingTables } from './tables.ts'

export const approvalsOf = (db: Reads, meetingId: string) =>
  db
    .selectFrom('steering_approval')
    .innerJoin('party', 'party.id', 'steering_approval.party_id')
    .select(['steering_approval.party_id', 'party.name as party_name', 'steering_approval.at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('steering_approval.at')
    .execute()

export const addApproval = (db: Writes, row: MeetingTables['steering_approval']) =>
  db.insertInto('steering_approval').values(row).execute()

/** Whoever approved other words has to read these. */
export const takeApprovalsBack = (db: Writes, meetingId: string) =>
  db.deleteFrom('steering_approval').where('meeting_id', '=', meetingId).execute()

/** Parties that have a coordinator today. */
export const partiesThatDecide = async (db: Reads): Promise<string[]> => {
  const rows = await db
    .selectFrom('coordinator')
    .select('party_id')
    .distinct()
    .where('until', 'is', null)
    .execute()
  return rows.map((row) => row.party_id)
}

export const correctionsOf = (db: Reads, meetingId: string) =>
  db
    .selectFrom('steering_correction')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()
export type Correction = Awaited<ReturnType<typeof correctionsOf>>[number]

export const addCorrection = (db: Writes, row: Insertable<MeetingTables['steering_correction']>) =>
  db.insertInto('steering_correction').values(row).execute()

export const changeCorrection = (
  db: Writes,
  id: string,
  change: Updateable<MeetingTables['steering_correction']>,
) => db.updateTable('steering_correction').set(change).where('id', '=', id).execute()

/** Meetings to come that members may have to be told about. */
export const meetingsToTell = (db: Reads, now: Instant) =>
  db
    .selectFrom('steering_meeting')
    .selectAll()
    .where('starts_at', '>', now)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at')
    .execute()

export const toldOf = (db: Reads, meetingId: string) =>
  db.selectFrom('steering_told').select(['kind', 'starts_at']).where('meeting_id', '=', meetingId).execute()

export const addTold = (db: Writes, row: MeetingTables['steering_told']) =>
  db.insertInto('steering_told').values(row).execute()
