import type { ForumTables } from '#forum/tables.ts'
import type { Database } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'

/** A table of an event, with the number that stands on it. */
export async function aTable(database: Database, eventId: string, number: number): Promise<string> {
  const id = newId()
  const row = { id, event_id: eventId, number, name: null, seats: 8, language: null, online_url: null }
  await database.as<ForumTables>().insertInto('forum_table').values(row).execute()
  return id
}

/** A table with a link by which it writes. */
export async function aLinkedTable(
  database: Database,
  eventId: string,
  { number, by }: { number: number; by: string },
): Promise<{ table: string; link: string; token: string }> {
  const table = await aTable(database, eventId, number)
  const [link, token] = [newId(), newToken()]
  await database
    .as<ForumTables>()
    .insertInto('table_link')
    .values({
      ...{ id: link, event_id: eventId, table_id: table, token_hash: hashOf(token), token, made_by: by },
      ...{ created_at: '2026-01-01T08:00:00.000Z', ended_at: null },
    })
    .execute()
  return { table, link, token }
}
