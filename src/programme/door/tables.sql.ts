import { expressionBuilder } from 'kysely'
import type { ProgrammeReach, Reads, Writes } from '../tables.ts'

/**
 * The table that somebody is shown to, as a column beside their sign-up. Asked for each of them alone: joined, it would be
 * worked out for everybody who ever had a table.
 */
export const tableLabel = () =>
  expressionBuilder<ProgrammeReach, 'sign_up'>()
    .selectFrom('table_label')
    .select('label')
    .whereRef('table_label.sign_up_id', '=', 'sign_up.id')
    .as('table')

/** Of these people, those whose tables are shown to them by the seating of a forum. */
export const withShownTables = async (db: Reads, signUpIds: readonly string[]): Promise<Set<string>> => {
  const query = db.selectFrom('table_label').select('sign_up_id').where('from_seating', '=', 1)
  const rows = await query.where('sign_up_id', 'in', signUpIds).execute()
  return new Set(rows.map(({ sign_up_id }) => sign_up_id))
}

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
