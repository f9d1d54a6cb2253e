import type { Reads } from '../tables.ts'

/** Everybody who may come, with what stands on paper: no address, no need. */
export const namesOnPaper = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .leftJoin('table_number', 'table_number.sign_up_id', 'sign_up.id')
    .select(['sign_up.id', 'sign_up.name', 'named', 'capacity', 'organisation_name', 'sign_up.language'])
    .select(['organisation.name as organisation', 'state', 'checked_in_at', 'table_number.label as table'])
    .where('sign_up.event_id', '=', eventId)
    .where('state', '!=', 'cancelled')
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()
