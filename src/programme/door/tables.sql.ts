import type { Reads, Writes } from '../tables.ts'

/** Everybody with a seat, and the table at which each of them sits. */
export const tableLabelsAt = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('table_number', 'table_number.sign_up_id', 'sign_up.id')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select(['sign_up.id', 'sign_up.name', 'named', 'sign_up.search_text', 'email', 'capacity', 'label'])
    .select(['organisation_name', 'organisation.name as organisation'])
    .where('sign_up.event_id', '=', eventId)
    .where('state', 'in', ['seat', 'held', 'offered'])
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()

export type TableLine = Awaited<ReturnType<typeof tableLabelsAt>>[number]

export async function writeTableLabels(db: Writes, labels: ReadonlyMap<string, string>): Promise<void> {
  await db
    .deleteFrom('table_number')
    .where('sign_up_id', 'in', [...labels.keys()])
    .execute()
  const rows = [...labels].filter(([, label]) => label).map(([sign_up_id, label]) => ({ sign_up_id, label }))
  if (rows.length > 0) await db.insertInto('table_number').values(rows).execute()
}
