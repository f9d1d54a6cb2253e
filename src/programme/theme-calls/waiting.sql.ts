import { sql } from 'kysely'
import type { Waiting } from '#platform/waiting.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'

/** Calls without a theme that closed no earlier than this; of older ones everything but the words is forgotten. */
const undecided = (db: Reads, closedAfter: Instant) =>
  db
    .selectFrom('theme_call')
    .innerJoin('series', 'series.id', 'theme_call.series_id')
    .leftJoin('theme_decision', 'theme_decision.call_id', 'theme_call.id')
    .select(['theme_call.id', 'theme_call.closes_at', 'series.name as series_name'])
    .where('theme_decision.call_id', 'is', null)
    .where('theme_call.closes_at', '>', closedAfter)

/** How many proposals of each call nobody has read yet, and since when. */
export const proposalsToRead = (db: Reads, closedAfter: Instant) =>
  undecided(db, closedAfter)
    .innerJoin('theme_proposal', 'theme_proposal.call_id', 'theme_call.id')
    .innerJoin('theme_support', 'theme_support.proposal_id', 'theme_proposal.id')
    .select((eb) => eb.fn.countAll<number>().as('proposals'))
    .select((eb) => eb.fn.min('theme_support.confirmed_at').as('since'))
    .where('theme_proposal.state', '=', 'waiting')
    .where('theme_support.kind', '=', 'proposed')
    .where('theme_support.confirmed_at', 'is not', null)
    .groupBy(['theme_call.id', 'theme_call.closes_at', 'series.name'])
    .execute()

/** Calls that are over and wait for their theme. */
export const callsToSet = (db: Reads, closedAfter: Instant, now: Instant) =>
  undecided(db, closedAfter)
    .where('theme_call.closes_at', '<=', now)
    .orderBy('theme_call.closes_at')
    .execute()

/** Themes that were proposed and nobody has read; whoever is not forgotten can still be told. */
export const themeProposalsWaiting = (db: Reads) =>
  db
    .selectFrom('theme_proposal')
    .innerJoin('theme_support', (join) =>
      join
        .onRef('theme_support.proposal_id', '=', 'theme_proposal.id')
        .on('theme_support.kind', '=', 'proposed')
        .on('theme_support.confirmed_at', 'is not', null),
    )
    .leftJoin('theme_decision', 'theme_decision.call_id', 'theme_proposal.call_id')
    .select([
      sql<Waiting['kind']>`'theme'`.as('kind'),
      'theme_proposal.id',
      'theme_proposal.call_id as ref',
      'theme_proposal.title',
      'theme_proposal.language',
      sql<string>`theme_support.confirmed_at`.as('arrived_at'),
      sql<string | null>`cast(null as text)`.as('due_on'),
      sql<string | null>`cast(null as text)`.as('assigned_to'),
      sql<string | null>`cast(null as text)`.as('party_id'),
    ])
    .where('theme_proposal.state', '=', 'waiting')
    .where('theme_decision.call_id', 'is', null)
