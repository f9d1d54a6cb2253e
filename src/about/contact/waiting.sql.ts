import { sql } from 'kysely'
import type { Waiting } from '#platform/waiting.ts'
import type { Reads } from '../tables.ts'

/** Questions that nobody has answered. */
export const questionsWaiting = (db: Reads) =>
  db
    .selectFrom('contact_question')
    .select([
      sql<Waiting['kind']>`'question'`.as('kind'),
      'contact_question.id',
      sql<string>`cast(contact_question.number as text)`.as('ref'),
      'contact_question.words as title',
      'contact_question.language',
      sql<string>`contact_question.confirmed_at`.as('arrived_at'),
      'contact_question.answer_due_on as due_on',
      sql<string | null>`cast(null as text)`.as('assigned_to'),
      sql<string | null>`cast(null as text)`.as('party_id'),
    ])
    .where('contact_question.answered_at', 'is', null)
    .where('contact_question.confirmed_at', 'is not', null)
    .where('contact_question.forgotten_at', 'is', null)
