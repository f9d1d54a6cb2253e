import type { Reads } from '../tables.ts'
import type { CardKind } from './device.ts'

export interface CardFilter {
  table: string | null
  round: number | null
  kind: CardKind | null
}

/** Every card of an event, hidden ones too, table by table; with how many words wait beside it. */
export function cardsOfEvent(db: Reads, eventId: string, { table, round, kind }: CardFilter) {
  const cards = db
    .selectFrom('note_card')
    .innerJoin('forum_table', 'forum_table.id', 'note_card.table_id')
    .select(['note_card.id', 'note_card.round', 'note_card.kind', 'note_card.words', 'note_card.who_could'])
    .select(['note_card.language', 'note_card.created_at', 'note_card.changed_at'])
    .select(['note_card.removed_at', 'note_card.hidden_at', 'note_card.hidden_because'])
    .select(['forum_table.number as table_number', 'forum_table.name as table_name', 'note_card.table_id'])
    .select((eb) =>
      eb
        .selectFrom('note_beside')
        .select((beside) => beside.fn.countAll().as('count'))
        .whereRef('note_beside.card_id', '=', 'note_card.id')
        .where('why', '=', 'apart')
        .where('settled_at', 'is', null)
        .as('apart'),
    )
    .where('note_card.event_id', '=', eventId)
    .$if(table !== null, (query) => query.where('note_card.table_id', '=', table ?? ''))
    .$if(round !== null, (query) => query.where('note_card.round', '=', round ?? 0))
    .$if(kind !== null, (query) => query.where('note_card.kind', '=', kind ?? 'insight'))
  return cards
    .orderBy('note_card.round')
    .orderBy('forum_table.number')
    .orderBy('note_card.created_at')
    .orderBy('note_card.id')
    .execute()
}

export type OfficeCard = Awaited<ReturnType<typeof cardsOfEvent>>[number]

/** What was sent by links that had ended, and waits for an organizer. */
export const heldOfEvent = (db: Reads, eventId: string) =>
  db
    .selectFrom('note_beside')
    .innerJoin('note_card_edit', 'note_card_edit.nonce', 'note_beside.nonce')
    .innerJoin('forum_table', 'forum_table.id', 'note_card_edit.table_id')
    .selectAll('note_card_edit')
    .select(['forum_table.number as table_number', 'forum_table.name as table_name'])
    .where('note_beside.event_id', '=', eventId)
    .where('note_beside.why', '=', 'held')
    .where('note_beside.settled_at', 'is', null)
    .orderBy('note_card_edit.arrival')
    .execute()

export type HeldEdit = Awaited<ReturnType<typeof heldOfEvent>>[number]

/** Everything that was ever written on a card, in the order in which it arrived. */
export const editsOfCard = (db: Reads, eventId: string, cardId: string) =>
  db
    .selectFrom('note_card_edit')
    .leftJoin('person', 'person.id', 'note_card_edit.by_person')
    .select(['note_card_edit.nonce', 'arrival', 'round', 'kind', 'words', 'who_could', 'taken_away'])
    .select(['device', 'at', 'received_at', 'outcome', 'person.name as person_name'])
    .where('event_id', '=', eventId)
    .where('card_id', '=', cardId)
    .orderBy('arrival')
    .execute()

export type CardHistory = Awaited<ReturnType<typeof editsOfCard>>
