import { decide } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { tableLabelsAt, writeTableLabels } from './tables.sql.ts'

/** Says who sits at which table; an empty one takes it away. Answers how many were changed. */
export function setTables(
  db: Db,
  eventId: string,
  wanted: ReadonlyMap<string, string>,
  by: Member,
  now: Instant,
): Promise<number> {
  return decide(db, 'event', eventId, async (tx) => {
    const people = new Map((await tableLabelsAt(tx, eventId)).map(({ id, label }) => [id, label ?? '']))
    const changed = [...wanted].filter(([id, label]) => people.has(id) && people.get(id) !== label)
    if (changed.length === 0) return 0
    await writeTableLabels(tx, new Map(changed))
    const detail = { changed: changed.length }
    await record(tx, { what: 'tables-set', by: by.id, about: eventId, at: now, detail })
    return changed.length
  })
}
