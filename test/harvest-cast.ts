import { type Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { AllTables } from '../src/tables.ts'

/** Tables of a forum, numbered from one. */
export async function forumTables(database: Database, eventId: string, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ id: newId(), event_id: eventId, number: index + 1, name: null, seats: 6 },
    ...{ language: null, online_url: null },
  }))
  await database.as<AllTables>().insertInto('forum_table').values(rows).execute()
  return rows.map((row) => row.id)
}

interface Written {
  eventId: string
  tableId: string
  words: string
  at: Instant
  round?: number
  kind?: AllTables['note_card']['kind']
  language?: Language
  who_could?: string | null
}

interface Apart {
  eventId: string
  tableId: string
  cardId: string
  by: string
  words: string
  at: Instant
}

/** Another text for a card, written without having seen its own. */
export async function anotherText(database: Database, apart: Apart): Promise<void> {
  const { eventId: event_id, tableId, cardId: card_id, by, words, at } = apart
  const [db, nonce] = [database.as<AllTables>(), newId()]
  await db
    .insertInto('note_card_edit')
    .values({
      ...{ nonce, event_id, table_id: tableId, card_id, arrival: 1, base: null, was: null, round: 1 },
      ...{ kind: 'proposal', words, who_could: null, taken_away: 0, device: 'd', at, received_at: at },
      ...{ by_link: null, by_person: by, outcome: 'beside' },
    })
    .execute()
  await db
    .insertInto('note_beside')
    .values({ nonce, event_id, card_id, why: 'apart', since: at, settled_at: null })
    .execute()
}

/** A card that a table wrote. */
export async function aCard(database: Database, written: Written): Promise<string> {
  const { eventId, tableId, words, at, round = 1, kind = 'proposal', language = 'sv' } = written
  const id = newId()
  const row = { id, event_id: eventId, table_id: tableId, round, kind, words, language, removed_at: null }
  await database
    .as<AllTables>()
    .insertInto('note_card')
    .values({ ...row, who_could: written.who_could ?? null, created_at: at, changed_at: at })
    .execute()
  return id
}
