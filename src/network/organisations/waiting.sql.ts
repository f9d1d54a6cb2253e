import { sql } from 'kysely'
import type { Waiting } from '#platform/waiting.ts'
import type { Reads } from '../tables.ts'

const nobody = sql<string | null>`cast(null as text)`

/** Organisations that ask to join and wait for the office; what they were asked to complete waits for them. */
export const applicationsToAnswer = (db: Reads) =>
  db
    .selectFrom('organisation_application')
    .select([
      sql<Waiting['kind']>`'claim'`.as('kind'),
      'organisation_application.id',
      sql<string>`'applications/' || organisation_application.id`.as('ref'),
      sql<string>`profile ->> 'name'`.as('title'),
      'organisation_application.language',
      sql<string>`waiting_since`.as('arrived_at'),
      nobody.as('due_on'),
      nobody.as('assigned_to'),
      nobody.as('party_id'),
    ])
    .where('organisation_application.state', '=', 'waiting')

/** People who ask to look after an organisation's page. */
export const claimsToAnswer = (db: Reads) =>
  db
    .selectFrom('organisation_claim')
    .innerJoin('organisation', 'organisation.id', 'organisation_claim.organisation_id')
    .select([
      sql<Waiting['kind']>`'claim'`.as('kind'),
      'organisation_claim.id',
      sql<string>`'claims/' || organisation_claim.id`.as('ref'),
      sql<string>`cast(organisation.name as text)`.as('title'),
      'organisation_claim.language',
      sql<string>`organisation_claim.confirmed_at`.as('arrived_at'),
      nobody.as('due_on'),
      nobody.as('assigned_to'),
      nobody.as('party_id'),
    ])
    .where('organisation_claim.state', '=', 'waiting')
