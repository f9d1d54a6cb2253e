import * as z from 'zod'
import { decide, insertRows } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, ForumTables, Writes } from '../tables.ts'
import { addStep } from './keep-seats.ts'
import { refusalToRemove, remove, type RemoveRefusal } from './remove.ts'
import { hasTables } from './formats.rules.ts'
import { whole } from './whole.ts'
import { type RoundRow, roundsOf, seatingOf, type TableRow, tablesOf } from './seating.sql.ts'

export const formats = ['roundtable', 'world-cafe', 'fishbowl', 'panel', 'online'] as const

export const SetUpForm = z.object({
  format: z.enum(formats),
  tables: whole(1, 150),
  seats: whole(2, 100),
  rounds: whole(1, 12),
  minutes: whole(1, 480),
})
/** With what the one table is called where all are in one room. */
export type SetUp = z.output<typeof SetUpForm> & { room: string }

/** Where everybody is in one room there is one table for all of them, at which notes are taken. */
const sizeOf = ({ format, tables, seats }: SetUp) =>
  hasTables(format) ? { tables, seats } : { tables: 1, seats: 100 }

/** Sets up tables and rounds in one step, and makes more or fewer of them later. */
export function setUpSeating(
  db: Db,
  by: Member,
  eventId: string,
  form: SetUp,
  now: Instant,
): Promise<RemoveRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const { format } = form
    const size = sizeOf(form)
    const [tables, rounds] = [await tablesOf(tx, eventId), await roundsOf(tx, eventId)]
    const gone = { tables: tables.slice(size.tables), rounds: rounds.slice(form.rounds) }
    const refusal = (await refusalToRemove(tx, eventId, gone)) ?? (await isCrowded(tx, eventId, size.seats))
    if (refusal) return refusal
    const row = { event_id: eventId, format, made_by: by.id, created_at: now }
    if (await seatingOf(tx, eventId))
      await tx.updateTable('seating').set({ format }).where('event_id', '=', eventId).execute()
    else {
      const none = { proposed_at: null, report: null, shown_at: null }
      await tx
        .insertInto('seating')
        .values({ ...row, ...none })
        .execute()
      await record(tx, { what: 'seating-set-up', by: by.id, about: eventId, at: now, detail: { format } })
    }
    const seats = await remove(tx, eventId, gone)
    await tx.updateTable('forum_table').set({ seats: size.seats }).where('event_id', '=', eventId).execute()
    await addTables(tx, eventId, tables, size)
    await nameRoom(tx, eventId, form)
    await addRounds(tx, eventId, rounds, form)
    await addStep(tx, eventId, seats, { kind: 'set-up', by: by.id, now })
    return null
  })
}

/** Nobody loses the seat they have at a table because tables get smaller. */
async function isCrowded(tx: Writes, eventId: string, seats: number): Promise<RemoveRefusal | null> {
  const crowded = await tx
    .selectFrom('table_seat')
    .select('table_id')
    .where('event_id', '=', eventId)
    .groupBy(['table_id', 'round'])
    .having(({ fn }) => fn.countAll<number>(), '>', seats)
    .executeTakeFirst()
  return crowded ? 'seats-are-taken' : null
}

/** Notes of a panel are written in "The room", not at a table; a name that somebody gave stays. */
async function nameRoom(tx: Writes, eventId: string, { format, room }: SetUp): Promise<void> {
  const one = tx.updateTable('forum_table').where('event_id', '=', eventId).where('number', '=', 1)
  if (hasTables(format)) await one.set({ name: null }).where('name', '=', room).execute()
  else await one.set({ name: room }).where('name', 'is', null).execute()
}

type Adding = Writes & Parameters<typeof insertRows>[0]

function addTables(
  tx: Adding,
  eventId: string,
  known: readonly TableRow[],
  { tables, seats }: Pick<SetUp, 'tables' | 'seats'>,
) {
  const last = known.at(-1)?.number ?? 0
  return insertRows<ForumTables['forum_table']>(
    tx,
    'forum_table',
    Array.from({ length: Math.max(0, tables - known.length) }, (_, index) => ({
      ...{ id: newId(), event_id: eventId, number: last + index + 1, name: null, seats },
      // Most rooms have no steps between tables; the organiser says where there are some.
      ...{ step_free: 1, hearing_loop: 0, language: null, online_url: null },
    })),
  )
}

function addRounds(
  tx: Adding,
  eventId: string,
  known: readonly RoundRow[],
  { rounds, minutes }: Pick<SetUp, 'rounds' | 'minutes'>,
) {
  const last = known.at(-1)?.number ?? 0
  return insertRows<ForumTables['forum_round']>(
    tx,
    'forum_round',
    Array.from({ length: Math.max(0, rounds - known.length) }, (_, index) => ({
      ...{ event_id: eventId, number: last + index + 1, minutes, question_id: null },
    })),
  )
}
