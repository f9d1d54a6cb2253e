import type { Insertable, Updateable } from 'kysely'
import type { Reads, Writes } from '../../tables.ts'
import type { AboutKind } from './about.rules.ts'
import type { MeetingTables } from './tables.ts'

const meetings = (db: Reads) =>
  db
    .selectFrom('steering_meeting')
    .innerJoin('party', 'party.id', 'steering_meeting.party_id')
    .selectAll('steering_meeting')
    .select('party.name as party_name')

export type Meeting = Awaited<ReturnType<typeof allMeetings>>[number]

/** The latest first; six years of them. */
export const allMeetings = (db: Reads) =>
  meetings(db)
    .orderBy('steering_meeting.starts_at', 'desc')
    .orderBy('steering_meeting.id')
    .limit(24)
    .execute()

export const meetingWithId = (db: Reads, id: string) =>
  meetings(db).where('steering_meeting.id', '=', id).executeTakeFirst()

/** False when the same form was sent a moment ago. */
export const addMeeting = async (
  db: Writes,
  row: Insertable<MeetingTables['steering_meeting']>,
): Promise<boolean> => {
  const insert = db.insertInto('steering_meeting').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeMeeting = (
  db: Writes,
  id: string,
  change: Updateable<MeetingTables['steering_meeting']>,
) => db.updateTable('steering_meeting').set(change).where('id', '=', id).execute()

export const itemsOf = (db: Reads, meetingId: string) =>
  db
    .selectFrom('steering_item')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const addItem = (db: Writes, row: Insertable<MeetingTables['steering_item']>) =>
  db
    .insertInto('steering_item')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

export async function removeItem(db: Writes, meetingId: string, id: string): Promise<void> {
  await db.updateTable('steering_decision').set({ item_id: null }).where('item_id', '=', id).execute()
  await db.deleteFrom('focus_weighing').where('item_id', '=', id).execute()
  await db.deleteFrom('steering_item').where('id', '=', id).where('meeting_id', '=', meetingId).execute()
}

export const decisionsOf = (db: Reads, meetingId: string) =>
  db
    .selectFrom('steering_decision')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute()

export const addDecision = (db: Writes, row: Insertable<MeetingTables['steering_decision']>) =>
  db
    .insertInto('steering_decision')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

export const removeDecision = (db: Writes, meetingId: string, id: string) =>
  db.deleteFrom('steering_decision').where('id', '=', id).where('meeting_id', '=', meetingId).execute()

/** What the group has decided about something, once everybody may read it. */
export const decisionsAbout = (db: Reads, kind: AboutKind, id: string) => decisionsAboutAll(db, kind, [id])

export const decisionsAboutAll = async (db: Reads, kind: AboutKind, ids: readonly string[]) =>
  ids.length === 0 ? [] : publishedDecisions(db, kind).where('about_id', 'in', ids).execute()

const publishedDecisions = (db: Reads, kind: AboutKind) =>
  db
    .selectFrom('steering_decision')
    .innerJoin('steering_meeting', 'steering_meeting.id', 'steering_decision.meeting_id')
    .select(['steering_decision.number', 'steering_decision.words', 'steering_decision.meeting_id'])
    .select(['steering_meeting.starts_at', 'steering_decision.about_id'])
    .where('steering_decision.about_kind', '=', kind)
    .where('steering_meeting.state', '=', 'published')
    .orderBy('steering_meeting.starts_at')
    .orderBy('steering_decision.number')

/** What is weighed under an item: the year's proposals, and the place that the group gave each. */
export const weighingsOf = (db: Reads, meetingId: string) =>
  db
    .selectFrom('focus_weighing')
    .innerJoin('steering_item', 'steering_item.id', 'focus_weighing.item_id')
    .innerJoin('focus_proposal', 'focus_proposal.id', 'focus_weighing.proposal_id')
    .select(['focus_weighing.item_id', 'focus_weighing.proposal_id', 'focus_weighing.place'])
    .select('focus_proposal.title')
    .where('steering_item.meeting_id', '=', meetingId)
    .execute()

export const setWeighing = async (
  db: Writes,
  itemId: string,
  rows: readonly { proposal_id: string; place: number | null }[],
): Promise<void> => {
  await db.deleteFrom('focus_weighing').where('item_id', '=', itemId).execute()
  const weighed = rows.map((row) => ({ item_id: itemId, ...row }))
  if (weighed.length > 0) await db.insertInto('focus_weighing').values(weighed).execute()
}

/** A year's proposals for focus areas that are still to be chosen among, or were. */
export const proposalsOfYear = (db: Reads, year: number) =>
  db
    .selectFrom('focus_proposal')
    .select(['id', 'title', 'why', 'state'])
    .where('year', '=', year)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const presentAt = async (db: Reads, meetingId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('steering_present')
    .select('term_id')
    .where('meeting_id', '=', meetingId)
    .execute()
  return rows.map((row) => row.term_id)
}

export async function setPresent(db: Writes, meetingId: string, termIds: readonly string[]): Promise<void> {
  await db.deleteFrom('steering_present').where('meeting_id', '=', meetingId).execute()
  const rows = termIds.map((term_id) => ({ meeting_id: meetingId, term_id }))
  if (rows.length > 0) await db.insertInto('steering_present').values(rows).execute()
}
