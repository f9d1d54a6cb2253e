import type { Insertable } from 'kysely'
import type { ForumTables, Reads, Writes } from '../tables.ts'

/** The event whose tables are to talk. */
export const eventAsking = (db: Reads, eventId: string) =>
  db
    .selectFrom('event')
    .select(['id', 'slug', 'title', 'starts_at', 'ends_at', 'published_at', 'cancelled_at'])
    .where('id', '=', eventId)
    .executeTakeFirst()

/** The questions of a forum, in their order. */
export const questionsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_question')
    .select(['id', 'position', 'words', 'changed_at'])
    .where('event_id', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** What each question of a forum was made from. */
export const sourcesOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('forum_question_source')
    .innerJoin('forum_question', 'forum_question.id', 'forum_question_source.question_id')
    .leftJoin('statement', 'statement.id', 'forum_question_source.statement_id')
    .leftJoin('table_proposal', 'table_proposal.id', 'forum_question_source.proposal_id')
    .select(['question_id', 'because', 'statement.number', 'table_proposal.words as proposal'])
    .select(['statement.language', 'statement.words', 'statement.translations'])
    .where('forum_question.event_id', '=', eventId)
    .orderBy('forum_question_source.id')
    .execute()

export type Source = Awaited<ReturnType<typeof sourcesOf>>[number]

/** What people proposed at sign-up that the tables talk about, without who they are. */
export const proposals = (db: Reads, eventId: string) =>
  db
    .selectFrom('table_proposal')
    .select(['id', 'words'])
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute()

/** The dialogues of an event whose map everybody sees. */
export const shownMapsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('dialogue')
    .innerJoin('dialogue_map', 'dialogue_map.dialogue_id', 'dialogue.id')
    .select(['dialogue.id', 'dialogue_map.shown'])
    .where('dialogue.event_id', '=', eventId)
    .where('dialogue.shown_at', 'is not', null)
    .orderBy('dialogue.id')
    .execute()

export const statementsNumbered = (db: Reads, dialogueId: string, numbers: readonly number[]) =>
  db
    .selectFrom('statement')
    .select(['id', 'number', 'language', 'words', 'translations'])
    .where('dialogue_id', '=', dialogueId)
    .where('number', 'in', numbers)
    .where('state', '=', 'shown')
    .execute()

export const addQuestion = (db: Writes, row: Insertable<ForumTables['forum_question']>) =>
  db
    .insertInto('forum_question')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()

export const addSources = (db: Writes, rows: Insertable<ForumTables['forum_question_source']>[]) =>
  db.insertInto('forum_question_source').values(rows).execute()

export const changeQuestion = (
  db: Writes,
  id: string,
  set: Partial<Pick<Insertable<ForumTables['forum_question']>, 'words' | 'position' | 'changed_at'>>,
) => db.updateTable('forum_question').set(set).where('id', '=', id).execute()

export const removeQuestion = (db: Writes, id: string) =>
  db.deleteFrom('forum_question').where('id', '=', id).execute()
