import { type ExpressionBuilder, sql } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Waiting } from '#platform/waiting.ts'
import type { NetworkTables, Reads, Writes } from '../tables.ts'

/** Needs that the rule has found nobody for, or nobody who would, and that the office has not looked around for. */
export const needsOfNetworkWaiting = (db: Reads) =>
  db
    .selectFrom('need_offer')
    .select([
      sql<Waiting['kind']>`'need'`.as('kind'),
      'need_offer.id',
      sql<string>`'network/' || need_offer.id`.as('ref'),
      sql<string>`cast(need_offer.words as text)`.as('title'),
      sql<Waiting['language']>`case when need_offer.words ->> 'sv' is not null then 'sv'
        when need_offer.words ->> 'en' is not null then 'en' else 'es' end`.as('language'),
      'need_offer.written_at as arrived_at',
      sql<string | null>`cast(null as text)`.as('due_on'),
      sql<string | null>`cast(null as text)`.as('assigned_to'),
      sql<string | null>`cast(null as text)`.as('party_id'),
    ])
    .where('need_offer.side', '=', 'need')
    .where('need_offer.ended_at', 'is', null)
    // Its last day has not passed: then it is asked whether it is still so.
    .where('need_offer.asked_at', 'is', null)
    .where((eb) => eb.not(eb.exists(searchesOf(eb))))
    .where((eb) => eb.not(eb.exists(hopesOf(eb))))

type Outer = ExpressionBuilder<NetworkTables, 'need_offer'>

const searchesOf = (eb: Outer) =>
  eb
    .selectFrom('need_offer_search as search')
    .select('search.number')
    .whereRef('search.need_id', '=', 'need_offer.id')

/** Introductions, and suggestions that may still become one. */
const hopesOf = (eb: Outer) =>
  eb
    .selectFrom('need_match')
    .innerJoin('need_offer as offer', 'offer.id', 'need_match.offer_id')
    .select('need_match.id')
    .whereRef('need_match.need_id', '=', 'need_offer.id')
    .where((hope) =>
      hope.or([
        hope('need_match.introduced_at', 'is not', null),
        hope.and([
          sql<boolean>`coalesce(need_match.need_said, '') <> 'no'`,
          sql<boolean>`coalesce(need_match.offer_said, '') <> 'no'`,
          hope('offer.ended_at', 'is', null),
          hope('offer.asked_at', 'is', null),
        ]),
      ]),
    )

export const searchesFor = (db: Reads, needId: string) =>
  db
    .selectFrom('need_offer_search')
    .innerJoin('person', 'person.id', 'by_person')
    .select(['number', 'words', 'at', 'person.name as by'])
    .where('need_id', '=', needId)
    .orderBy('number')
    .execute()

export type Search = Awaited<ReturnType<typeof searchesFor>>[number]

export const addSearch = (
  db: Writes,
  search: { need_id: string; number: number; words: string; at: Instant; by_person: string },
) => db.insertInto('need_offer_search').values(search).execute()

export const wipeSearches = (db: Writes, endedBefore: Instant) =>
  db
    .updateTable('need_offer_search')
    .set({ words: null })
    .where('words', 'is not', null)
    .where('need_id', 'in', (eb) =>
      eb.selectFrom('need_offer').select('id').where('ended_at', '<=', endedBefore),
    )
    .execute()
