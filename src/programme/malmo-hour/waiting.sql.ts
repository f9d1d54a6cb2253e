import { sql } from 'kysely'
import type { Waiting } from '#platform/waiting.ts'
import type { Reads } from '../tables.ts'

/** Presentations that were proposed and wait for the answer of their side. */
export const hourProposalsWaiting = (db: Reads) =>
  db
    .selectFrom('hour_proposal')
    .select([
      sql<Waiting['kind']>`'hour'`.as('kind'),
      'hour_proposal.id',
      'hour_proposal.id as ref',
      'hour_proposal.title',
      'hour_proposal.language',
      sql<string>`hour_proposal.confirmed_at`.as('arrived_at'),
      sql<string | null>`cast(null as text)`.as('due_on'),
      sql<string | null>`cast(null as text)`.as('assigned_to'),
      sql<string | null>`hour_proposal.party_id`.as('party_id'),
    ])
    .where('hour_proposal.state', '=', 'waiting')
    .where('hour_proposal.confirmed_at', 'is not', null)
