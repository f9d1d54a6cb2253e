import type { Reads } from '../tables.ts'

/**
 * The cards of an event that are new since the cursor: written, changed, taken away or hidden. For whoever shows them as
 * they come: asking costs one look into an index. The cursor counts what arrives, so it misses nothing that is
 * committed late, as a time would.
 */
export const cardsChangedSince = (db: Reads, eventId: string, cursor: number) =>
  db
    .selectFrom('note_card')
    .innerJoin('forum_table', 'forum_table.id', 'note_card.table_id')
    .select(['note_card.id', 'note_card.round', 'note_card.kind', 'note_card.words', 'note_card.who_could'])
    .select([
      'note_card.language',
      'note_card.removed_at',
      'note_card.arrival',
      'forum_table.number as table',
    ])
    .where('note_card.event_id', '=', eventId)
    .where('note_card.arrival', '>', cursor)
    .orderBy('note_card.arrival')
    .execute()
