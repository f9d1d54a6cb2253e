import type { Reads, Writes } from '../tables.ts'
import type { RoundRow, TableRow } from './seating.sql.ts'
import type { SeatChange } from './tables.ts'

export type RemoveRefusal = 'seats-are-taken' | 'table-is-used' | 'round-is-used'

interface Gone {
  tables: readonly TableRow[]
  rounds: readonly RoundRow[]
}

/** Tables and rounds with notes, links or a time of their own stay. */
export async function refusalToRemove(
  db: Reads,
  eventId: string,
  { tables, rounds }: Gone,
): Promise<RemoveRefusal | null> {
  const [ids, numbers] = [tables.map(({ id }) => id), rounds.map(({ number }) => number)]
  const isThere = (query: { executeTakeFirst(): Promise<unknown> }): Promise<boolean> =>
    query.executeTakeFirst().then((row) => row !== undefined)
  if (ids.length > 0) {
    const cards = db.selectFrom('note_card').select('id').where('table_id', 'in', ids).limit(1)
    const links = db.selectFrom('table_link').select('id').where('table_id', 'in', ids).limit(1)
    if ((await isThere(cards)) || (await isThere(links))) return 'table-is-used'
  }
  if (numbers.length > 0) {
    const ofEvent = { event: eventId, numbers }
    const cards = db
      .selectFrom('note_card')
      .select('id')
      .where('event_id', '=', ofEvent.event)
      .where('round', 'in', numbers)
      .limit(1)
    const runs = db
      .selectFrom('round_run')
      .select('round')
      .where('event_id', '=', ofEvent.event)
      .where('round', 'in', numbers)
      .limit(1)
    if ((await isThere(cards)) || (await isThere(runs))) return 'round-is-used'
  }
  return null
}

/** Takes tables and rounds away, with everybody's seats there. */
export async function remove(tx: Writes, eventId: string, { tables, rounds }: Gone): Promise<SeatChange[]> {
  const [ids, numbers] = [tables.map(({ id }) => id), rounds.map(({ number }) => number)]
  if (ids.length === 0 && numbers.length === 0) return []
  const seats = await tx
    .deleteFrom('table_seat')
    .where('event_id', '=', eventId)
    .where((eb) =>
      eb.or([
        ...(ids.length > 0 ? [eb('table_id', 'in', ids)] : []),
        ...(numbers.length > 0 ? [eb('round', 'in', numbers)] : []),
      ]),
    )
    .returning(['round', 'sign_up_id', 'table_id'])
    .execute()
  if (ids.length > 0) {
    await tx.updateTable('seated_person').set({ fixed_table: null }).where('fixed_table', 'in', ids).execute()
    await tx.deleteFrom('forum_table').where('id', 'in', ids).execute()
  }
  if (numbers.length > 0)
    await tx
      .deleteFrom('forum_round')
      .where('event_id', '=', eventId)
      .where('number', 'in', numbers)
      .execute()
  return seats.map(({ round, sign_up_id, table_id }) => [round, sign_up_id, table_id, null])
}
