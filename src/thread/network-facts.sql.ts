import type { Reads } from './tables.ts'

/** What organisations need, as everybody may read it: not what was taken down, and never whom to ask for. */
export const publicNetworkNeeds = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('need_offer')
    .innerJoin('organisation', 'organisation.id', 'need_offer.organisation_id')
    .select(['need_offer.id', 'words', 'written_at', 'organisation.name as organisation'])
    .where('need_offer.id', 'in', ids)
    .where('side', '=', 'need')
    .where((eb) => eb.or([eb('ended_because', 'is', null), eb('ended_because', '<>', 'taken-down')]))
    .execute()

export type NetworkNeedFacts = Awaited<ReturnType<typeof publicNetworkNeeds>>[number]

/**
 * Introductions, once both said yes. Who the other is stays with the two, and so do their words about it; that nothing
 * came of it is not told either.
 */
export const introductionsMade = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('need_match')
    .select(['need_match.id', 'need_id', 'introduced_at'])
    .select((eb) =>
      eb
        .selectFrom('need_match_step')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .whereRef('match_id', '=', 'need_match.id')
        .where('kind', 'in', ['happened', 'led-to'])
        .$asScalar()
        .$notNull()
        .as('came'),
    )
    .where('need_match.id', 'in', ids)
    .where('introduced_at', 'is not', null)
    .$narrowType<{ introduced_at: string }>()
    .execute()

export type IntroductionFacts = Awaited<ReturnType<typeof introductionsMade>>[number]

/** Everything in the directory is public. */
export const partnershipsOnThread = (db: Reads, ids: readonly string[]) =>
  db
    .selectFrom('partnership')
    .select(['id', 'slug', 'name', 'kind', 'state', 'began_on', 'began_year'])
    .where('id', 'in', ids)
    .execute()

export type PartnershipFacts = Awaited<ReturnType<typeof partnershipsOnThread>>[number]
