import type { Reads } from '../tables.ts'

/** Who sits where in a round, and what they speak: whoever the seating knows nothing of speaks Swedish. */
export const tonguesAtTables = (db: Reads, eventId: string, round: number) =>
  db
    .selectFrom('table_seat')
    .innerJoin('forum_table', 'forum_table.id', 'table_seat.table_id')
    .leftJoin('seated_person', (join) =>
      join
        .onRef('seated_person.event_id', '=', 'table_seat.event_id')
        .onRef('seated_person.sign_up_id', '=', 'table_seat.sign_up_id'),
    )
    .innerJoin('sign_up', 'sign_up.id', 'table_seat.sign_up_id')
    .select(['sign_up.name', 'sign_up.named'])
    .select(['forum_table.number', 'forum_table.language', 'seated_person.speaks', 'seated_person.part'])
    .where('table_seat.event_id', '=', eventId)
    .where('table_seat.round', '=', round)
    .orderBy('forum_table.number')
    .orderBy('sign_up.name')
    .execute()
