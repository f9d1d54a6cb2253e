import type { Insertable, Updateable } from 'kysely'
import type { Reads, Writes } from '../tables.ts'
import type { MalmoHourTables } from './tables.ts'

/** Every swap that was asked for, oldest first. */
export const swapRows = (db: Reads) =>
  db.selectFrom('hour_swap').selectAll().orderBy('asked_at').orderBy('id').execute()

export type SwapRow = Awaited<ReturnType<typeof swapRows>>[number]

/** False when the same form was sent a moment ago. */
export const addSwap = async (
  db: Writes,
  row: Insertable<MalmoHourTables['hour_swap']>,
): Promise<boolean> => {
  const insert = db.insertInto('hour_swap').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const answerSwapRow = (db: Writes, id: string, answer: Updateable<MalmoHourTables['hour_swap']>) =>
  db.updateTable('hour_swap').set(answer).where('id', '=', id).execute()
