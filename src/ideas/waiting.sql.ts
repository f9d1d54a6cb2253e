import { sql } from 'kysely'
import type { Waiting } from '#platform/waiting.ts'
import type { Reads } from './tables.ts'

/** Those of them that nobody has looked at. */
export const ideasUnseen = (db: Reads) => ideasWaiting(db).where('idea.standing', '=', 'waiting')

/** Ideas that wait for the office, to be let through or to be answered. */
export const ideasWaiting = (db: Reads) =>
  db
    .selectFrom('idea')
    .select([
      sql<Waiting['kind']>`'idea'`.as('kind'),
      'idea.id',
      sql<string>`cast(idea.number as text)`.as('ref'),
      'idea.what as title',
      'idea.language',
      sql<string>`idea.confirmed_at`.as('arrived_at'),
      'idea.answer_due_on as due_on',
      'idea.assigned_to',
      sql<string | null>`cast(null as text)`.as('party_id'),
    ])
    .where('idea.confirmed_at', 'is not', null)
    .where('idea.answered_at', 'is', null)
    .where('idea.into_id', 'is', null)
    .where('idea.standing', '<>', 'refused')
    .where('idea.state', 'in', ['received', 'considered'])
