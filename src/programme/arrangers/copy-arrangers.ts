import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Copier } from '../copy/copiers.ts'

/** Who arranges it together. Whether it is recorded is said anew: it is asked of those who come. */
export const copyArrangers: Copier = async (tx, { from, to }) => {
  const rows = await tx
    .selectFrom('event_arranger')
    .select(['position', 'organisation_id', 'name', 'side'])
    .where('event_id', '=', from)
    .execute()
  for (const row of rows)
    await tx
      .insertInto('event_arranger')
      .values({ ...row, id: newId(), event_id: to })
      .execute()
  const query = tx.selectFrom('event').select('arranged_by').where('id', '=', from)
  const { arranged_by } = await query.executeTakeFirstOrThrow()
  await tx
    .updateTable('event')
    .set({ arranged_by: json(arranged_by) })
    .where('id', '=', to)
    .execute()
}
