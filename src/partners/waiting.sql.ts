import { sql } from 'kysely'
import type { Waiting } from '#platform/waiting.ts'
import type { Reads } from './tables.ts'

/** Pledges that nobody has answered. */
export const pledgesWaiting = (db: Reads) =>
  db
    .selectFrom('pledge')
    .select([
      sql<Waiting['kind']>`'pledge'`.as('kind'),
      'pledge.id',
      sql<string>`cast(pledge.number as text)`.as('ref'),
      'pledge.what as title',
      'pledge.language',
      sql<string>`pledge.confirmed_at`.as('arrived_at'),
      'pledge.answer_due_on as due_on',
      sql<string | null>`cast(null as text)`.as('assigned_to'),
      sql<string | null>`cast(null as text)`.as('party_id'),
    ])
    .where('pledge.state', '=', 'received')
    .where('pledge.confirmed_at', 'is not', null)
