import type { Reads } from '../../tables.ts'

/** The cards of an event that may be shown, without their words: what is asked every second. */
export const cardStamps = (db: Reads, eventId: string) =>
  db
    .selectFrom('note_card')
    .select(['id', 'kind', 'changed_at'])
    .where('event_id', '=', eventId)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type CardStamp = Awaited<ReturnType<typeof cardStamps>>[number]

/** The words of some cards. */
export const cardsWithIds = async (db: Reads, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('note_card')
        .innerJoin('forum_table', 'forum_table.id', 'note_card.table_id')
        .select(['note_card.id', 'note_card.kind', 'words', 'who_could', 'note_card.language', 'round'])
        .select('forum_table.number as table')
        .where('note_card.id', 'in', ids)
        .execute()

export type WallCardRow = Awaited<ReturnType<typeof cardsWithIds>>[number]
