import type { Reads } from '../tables.ts'

/** Everybody who coordinates for a party today. */
export const coordinatorsOf = (db: Reads, partyId: string) =>
  db
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where('coordinator.party_id', '=', partyId)
    .where('coordinator.until', 'is', null)
    .orderBy('person.id')
    .execute()

/** How many proposals wait for each party's answer, and since when. */
export const proposalsWaiting = (db: Reads) =>
  db
    .selectFrom('hour_proposal')
    .select(['party_id', (eb) => eb.fn.countAll<number>().as('proposals')])
    .select((eb) => eb.fn.min('confirmed_at').as('since'))
    .where('state', '=', 'waiting')
    .groupBy('party_id')
    .execute()

/** Swaps that wait for the answer of a party. */
export const swapsWaiting = (db: Reads, partyId: string) =>
  db
    .selectFrom('hour_swap')
    .innerJoin('party', 'party.id', 'hour_swap.party_id')
    .select(['hour_swap.id', 'hour_swap.asked_at', 'party.name as asked_by_side'])
    .where('hour_swap.other_party_id', '=', partyId)
    .where('hour_swap.answer', 'is', null)
    .orderBy('hour_swap.asked_at')
    .execute()
