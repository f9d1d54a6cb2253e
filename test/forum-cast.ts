import type { ForumTables } from '#forum/index.ts'
import { type Database, json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

interface Written {
  by: string
  at: Instant
  said?: Texts
}

/** Minutes that everybody can read, from before minutes were approved. */
export async function aPublishedNote(
  database: Database,
  eventId: string,
  { by, at, said = { sv: 'Mycket sades.' } }: Written,
): Promise<string> {
  const id = newId()
  const times = { created_at: at, changed_at: at, sent_at: at, corrections_until: at, approved_at: at }
  await database
    .as<ForumTables>()
    .insertInto('note')
    .values({
      ...{ id, event_id: eventId, said: json(said), agreed: '{}', written_by: by, state: 'published' },
      ...{ ...times, published_at: at, sent_to: 0, not_sent_because: 'written-before' },
    })
    .execute()
  return id
}
