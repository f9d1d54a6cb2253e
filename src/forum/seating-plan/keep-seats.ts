import { insertRows, json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Schedule } from '../seating/problem.ts'
import type { ForumTables, Writes } from '../tables.ts'
import type { Forum } from './load-forum.ts'
import type { SeatChange, StepKind } from './tables.ts'

interface Keeping {
  kind: StepKind
  /** Null for the clock. */
  by: string | null
  now: Instant
  undoes?: number
}

type Seats = Pick<Forum, 'tables' | 'rounds' | 'seats'>

/** What is another seat than before: the round from 1, who, and the ids of the tables before and after. */
function changesOf({ tables, rounds, seats }: Seats, schedule: Schedule): SeatChange[] {
  const before = new Map(seats.map((seat) => [`${seat.round} ${seat.sign_up_id}`, seat.table_id]))
  const left = new Map(before)
  const changes: SeatChange[] = []
  const now = rounds.flatMap(({ number }, index) =>
    (schedule[index] ?? []).flatMap((ids, place) =>
      ids.map((id) => ({ number, id, to: tables[place]?.id ?? null })),
    ),
  )
  for (const { number, id, to } of now) {
    const key = `${number} ${id}`
    left.delete(key)
    const from = before.get(key) ?? null
    if (from !== to) changes.push([number, id, from, to])
  }
  for (const [key, table] of left) {
    const [round = '', id = ''] = key.split(' ')
    changes.push([Number(round), id, table, null])
  }
  return changes
}

/**
 * Writes who sits where, within a transaction that has locked the event: seats that stay keep their locks. Answers
 * with what changed; where nothing did, nothing is written and the version stays.
 */
export async function keepSeats(
  tx: Writes & Parameters<typeof insertRows>[0],
  forum: Forum,
  schedule: Schedule,
  keeping: Keeping,
): Promise<SeatChange[]> {
  const changes = changesOf(forum, schedule)
  if (changes.length === 0) return changes
  await writeChanges(tx, forum.eventId, changes)
  await addStep(tx, forum.eventId, changes, keeping)
  return changes
}

/** Takes away first, so that two may change places at full tables. */
export async function writeChanges(
  tx: Writes & Parameters<typeof insertRows>[0],
  eventId: string,
  changes: readonly SeatChange[],
): Promise<void> {
  for (const [round, some] of Map.groupBy(changes, ([one]) => one)) {
    const gone = some.flatMap(([, id, from]) => (from === null ? [] : [id]))
    if (gone.length === 0) continue
    await tx
      .deleteFrom('table_seat')
      .where('event_id', '=', eventId)
      .where('round', '=', round)
      .where('sign_up_id', 'in', gone)
      .execute()
  }
  await insertRows<ForumTables['table_seat']>(
    tx,
    'table_seat',
    changes.flatMap(([round, sign_up_id, , table_id]) =>
      table_id === null ? [] : [{ event_id: eventId, round, sign_up_id, table_id, locked: 0 }],
    ),
  )
}

/** One version more, and what it changed. */
export async function addStep(
  tx: Writes,
  eventId: string,
  seats: readonly SeatChange[],
  { kind, by, now, undoes }: Keeping,
): Promise<number> {
  const { version } = await tx
    .updateTable('seating')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('event_id', '=', eventId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('seating_step')
    .values({
      ...{ event_id: eventId, version, kind, at: now, by_person: by },
      ...{ seats: json(seats), undoes: undoes ?? null },
    })
    .execute()
  return version
}
