import type { Insertable, Updateable } from 'kysely'
import type { Reads, Writes } from '../tables.ts'
import type { ForumDayTables, Showing } from './tables.ts'

/** What a day is about: the event, as the wall and the buttons need it. */
export const eventOfDay = (db: Reads, eventId: string) =>
  db
    .selectFrom('event')
    .select(['id', 'slug', 'title', 'starts_at', 'ends_at', 'cancelled_at', 'capacity', 'place_name'])
    .where('id', '=', eventId)
    .executeTakeFirst()

export type EventOfDay = NonNullable<Awaited<ReturnType<typeof eventOfDay>>>

export const dayRow = (db: Reads, eventId: string) =>
  db.selectFrom('forum_day').selectAll().where('event_id', '=', eventId).executeTakeFirst()

/** The rounds of an event with what is asked in them, and how each of them went. */
export const roundsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_round')
    .leftJoin('forum_question', 'forum_question.id', 'forum_round.question_id')
    .select(['forum_round.number', 'forum_round.minutes', 'forum_question.words as question'])
    .where('forum_round.event_id', '=', eventId)
    .orderBy('forum_round.number')
    .execute()

export type Round = Awaited<ReturnType<typeof roundsOf>>[number]

export const runsOf = (db: Reads, eventId: string) =>
  db.selectFrom('round_run').selectAll().where('event_id', '=', eventId).orderBy('round').execute()

export type RoundRun = Awaited<ReturnType<typeof runsOf>>[number]

export const trailOf = (db: Reads, eventId: string) =>
  db.selectFrom('day_step').selectAll().where('event_id', '=', eventId).orderBy('number').execute()

/** What is peculiar about some of the tables: those alone are told on the wall. */
export const tablesOfForum = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_table')
    .select(['id', 'number', 'name', 'language', 'step_free', 'hearing_loop'])
    .where('event_id', '=', eventId)
    .orderBy('number')
    .execute()

export type ForumTable = Awaited<ReturnType<typeof tablesOfForum>>[number]

/** Counts a press; false when somebody else's came first. */
export async function countPress(
  db: Writes,
  eventId: string,
  { seen, now, showing }: { seen: number; now: string; showing?: Showing },
): Promise<boolean> {
  const change = { changed_at: now, ...(showing && { showing }) }
  if (seen === 0) {
    const first = db.insertInto('forum_day').values({ event_id: eventId, version: 1, ...change })
    const { numInsertedOrUpdatedRows } = await first
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db
    .updateTable('forum_day')
    .set({ version: seen + 1, ...change })
    .where('event_id', '=', eventId)
    .where('version', '=', seen)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const addRun = (db: Writes, row: Insertable<ForumDayTables['round_run']>) =>
  db.insertInto('round_run').values(row).execute()

export const changeRun = (
  db: Writes,
  { eventId, round }: { eventId: string; round: number },
  change: Updateable<ForumDayTables['round_run']>,
) =>
  db.updateTable('round_run').set(change).where('event_id', '=', eventId).where('round', '=', round).execute()

export const removeRun = (db: Writes, eventId: string, round: number) =>
  db.deleteFrom('round_run').where('event_id', '=', eventId).where('round', '=', round).execute()

export const addStep = (db: Writes, row: Insertable<ForumDayTables['day_step']>) =>
  db.insertInto('day_step').values(row).execute()

export const removeStep = (db: Writes, eventId: string, number: number) =>
  db.deleteFrom('day_step').where('event_id', '=', eventId).where('number', '=', number).execute()

/** Whether this is an event with rounds at tables at all. */
export const hasRounds = async (db: Reads, eventId: string): Promise<boolean> => {
  const round = db.selectFrom('forum_round').select('number').where('event_id', '=', eventId)
  return (await round.limit(1).executeTakeFirst()) !== undefined
}
