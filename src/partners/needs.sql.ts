import type { Insertable, Updateable } from 'kysely'
import { coverageOf, type Coverage } from './coverage.rules.ts'
import type { NeedRow, PartnerTables, Reads, Writes } from './tables.ts'

export interface Need extends NeedRow {
  coverage: Coverage
}

/** What is needed, soonest first, each with how much of it is there. Ended ones belong to the office alone. */
export async function needs(db: Reads, { ended = false } = {}): Promise<Need[]> {
  const query = db.selectFrom('partner_need').selectAll().orderBy('needed_on').orderBy('id')
  const rows = await (ended ? query : query.where('ended_at', 'is', null)).execute()
  return withCoverage(db, rows)
}

export async function needWithId(db: Reads, id: string): Promise<Need | undefined> {
  const rows = await db.selectFrom('partner_need').selectAll().where('id', '=', id).execute()
  return (await withCoverage(db, rows))[0]
}

async function withCoverage(db: Reads, rows: readonly NeedRow[]): Promise<Need[]> {
  if (rows.length === 0) return []
  const pledges = await db
    .selectFrom('pledge')
    .select(['need_id', 'state', 'amount', 'unit'])
    .where(
      'need_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('confirmed_at', 'is not', null)
    .execute()
  return rows.map((row) => {
    const own = pledges.filter(({ need_id }) => need_id === row.id)
    return { ...row, coverage: coverageOf(row, own) }
  })
}

export const addNeed = (db: Writes, row: Insertable<PartnerTables['partner_need']>) =>
  db.insertInto('partner_need').values(row).execute()

/** Changes it as it was seen; false when somebody else has changed it meanwhile. */
export async function changeNeed(
  db: Writes,
  { id, version }: { id: string; version: number },
  change: Updateable<PartnerTables['partner_need']>,
): Promise<boolean> {
  const done = await db
    .updateTable('partner_need')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const meanings = (db: Reads) => db.selectFrom('partner_meaning').selectAll().execute()

export type Meaning = Awaited<ReturnType<typeof meanings>>[number]

export const putMeaning = (db: Writes, row: Insertable<PartnerTables['partner_meaning']>) =>
  db
    .insertInto('partner_meaning')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('kind').doUpdateSet({
        words: row.words,
        version: row.version,
        changed_by: row.changed_by,
        changed_at: row.changed_at,
      }),
    )
    .execute()
