import { tableLabel } from '../door/tables.sql.ts'
import type { Reads } from '../tables.ts'

/** Everybody who may come, with what stands on paper: no address, no need. */
export const namesOnPaper = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select(['sign_up.id', 'sign_up.name', 'named', 'capacity', 'organisation_name', 'sign_up.language'])
    .select(['organisation.name as organisation', 'state', 'checked_in_at', tableLabel()])
    .where('sign_up.event_id', '=', eventId)
    .where('state', '!=', 'cancelled')
    .orderBy('sign_up.search_text')
    .orderBy('sign_up.id')
    .execute()
