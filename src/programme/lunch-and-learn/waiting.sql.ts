import { sql } from 'kysely'
import type { Waiting } from '#platform/waiting.ts'
import type { Reads } from '../tables.ts'

/** Needs that somebody handed in and nobody has looked at. */
export const lunchNeedsWaiting = (db: Reads) =>
  db
    .selectFrom('lunch_need')
    .select([
      sql<Waiting['kind']>`'need'`.as('kind'),
      'lunch_need.id',
      sql<string>`cast(lunch_need.number as text)`.as('ref'),
      sql<string>`cast(lunch_need.words as text)`.as('title'),
      'lunch_need.language',
      'lunch_need.handed_in_at as arrived_at',
      sql<string | null>`cast(null as text)`.as('due_on'),
      sql<string | null>`cast(null as text)`.as('assigned_to'),
      sql<string | null>`cast(null as text)`.as('party_id'),
    ])
    .where('lunch_need.state', '=', 'new')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('lunch_voice')
          .select('lunch_voice.id')
          .whereRef('lunch_voice.need_id', '=', 'lunch_need.id')
          .where('lunch_voice.confirmed_at', 'is not', null),
      ),
    )

/** Offers to speak at a lunch that nobody has looked at. */
export const lunchOffersWaiting = (db: Reads) =>
  db
    .selectFrom('lunch_offer')
    .select([
      sql<Waiting['kind']>`'offer'`.as('kind'),
      'lunch_offer.id',
      'lunch_offer.id as ref',
      'lunch_offer.topic as title',
      'lunch_offer.language',
      sql<string>`lunch_offer.confirmed_at`.as('arrived_at'),
      sql<string | null>`cast(null as text)`.as('due_on'),
      sql<string | null>`cast(null as text)`.as('assigned_to'),
      sql<string | null>`cast(null as text)`.as('party_id'),
    ])
    .where('lunch_offer.state', '=', 'new')
    .where('lunch_offer.confirmed_at', 'is not', null)
