import type { ForumTables } from '#forum/tables.ts'
import { type Database, json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'

type Tables = ForumTables & ProgrammeTables

export interface RoundGiven {
  minutes: number
  question?: Texts
}

/** Rounds of an event, each with its question. */
export async function someRounds(
  database: Database,
  eventId: string,
  by: string,
  rounds: readonly RoundGiven[],
): Promise<void> {
  const db = database.as<Tables>()
  const at = '2026-01-01T08:00:00.000Z'
  for (const [index, { minutes, question }] of rounds.entries()) {
    const id = newId()
    const words = { id, event_id: eventId, position: index + 1, words: json(question ?? { sv: 'Vad?' }) }
    await db
      .insertInto('forum_question')
      .values({ ...words, made_by: by, created_at: at, changed_at: at })
      .execute()
    await db
      .insertInto('forum_round')
      .values({ event_id: eventId, number: index + 1, minutes, question_id: id })
      .execute()
  }
}

/** Tables of an event; answers with their ids. */
export async function someTables(database: Database, eventId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  const rows = ids.map((id, index) => ({ id, event_id: eventId, number: index + 1, seats: 6 }))
  await database.as<Tables>().insertInto('forum_table').values(rows).execute()
  return ids
}

/** An item of an event's programme. */
export async function anItem(
  database: Database,
  eventId: string,
  given: { kind: 'welcome' | 'table-round' | 'break' | 'closing'; minutes: number; position: number },
): Promise<string> {
  const id = newId()
  const row = { id, event_id: eventId, title: json({ sv: given.kind }), pinned_to: null, ...given }
  await database
    .as<Tables>()
    .insertInto('programme_item')
    .values({ ...row, created_at: '2026-01-01T08:00:00.000Z' })
    .execute()
  return id
}

/** A round that began at that moment. */
export const aRun = (
  database: Database,
  run: { event_id: string; round: number; started_at: Instant; ends_at: Instant },
): Promise<unknown> =>
  database
    .as<Tables>()
    .insertInto('round_run')
    .values({ ended_at: null, started_by: null, ...run })
    .execute()
