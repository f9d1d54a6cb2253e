import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { ForumTables, Reads, Writes } from '../tables.ts'

/** A table behind its link, ended or not. */
export const tableOfLink = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('table_link')
    .innerJoin('forum_table', 'forum_table.id', 'table_link.table_id')
    .innerJoin('event', 'event.id', 'table_link.event_id')
    .select(['table_link.id as link_id', 'table_link.ended_at', 'table_link.event_id'])
    .select([
      'forum_table.id as table_id',
      'forum_table.number',
      'forum_table.name',
      'forum_table.online_url',
    ])
    .select(['forum_table.language', 'event.title', 'event.ends_at', 'event.cancelled_at'])
    .where('table_link.token_hash', '=', tokenHash)
    .executeTakeFirst()

export type TableBehindLink = NonNullable<Awaited<ReturnType<typeof tableOfLink>>>

/** Every table of an event, with the link that lasts. */
export const tablesWithLinks = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_table')
    .leftJoin('table_link', (join) =>
      join.onRef('table_link.table_id', '=', 'forum_table.id').on('table_link.ended_at', 'is', null),
    )
    .select(['forum_table.id', 'forum_table.number', 'forum_table.name', 'forum_table.online_url'])
    .select(['table_link.id as link_id', 'table_link.token', 'table_link.created_at as linked_at'])
    .where('forum_table.event_id', '=', eventId)
    .orderBy('forum_table.number')
    .execute()

export type TableWithLink = Awaited<ReturnType<typeof tablesWithLinks>>[number]

export const addTableLink = (db: Writes, row: Insertable<ForumTables['table_link']>) =>
  db.insertInto('table_link').values(row).execute()

/** Ends the link that a table has; false when it has none. */
export const endTableLink = async (db: Writes, tableId: string, now: Instant): Promise<boolean> => {
  const update = db.updateTable('table_link').set({ ended_at: now, token: null })
  const { numUpdatedRows } = await update
    .where('table_id', '=', tableId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The rounds of an event with their questions, and whether they have begun and ended. */
export const roundsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_round')
    .leftJoin('forum_question', 'forum_question.id', 'forum_round.question_id')
    .leftJoin('round_run', (join) =>
      join
        .onRef('round_run.event_id', '=', 'forum_round.event_id')
        .onRef('round_run.round', '=', 'forum_round.number'),
    )
    .select(['forum_round.number', 'forum_question.words as question'])
    .select(['round_run.started_at', 'round_run.ended_at'])
    .where('forum_round.event_id', '=', eventId)
    .orderBy('forum_round.number')
    .execute()

export type Round = Awaited<ReturnType<typeof roundsOf>>[number]
