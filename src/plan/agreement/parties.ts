import {
  coordinatorsNow,
  partiesInOrder,
  type PartyStanding,
  standings,
  substitutesFrom,
} from '#people/index.ts'
import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'

/** Somebody who speaks for a party, and the last day on which a substitute does. */
interface Speaker {
  name: string
  until: string | null
}

/** A party as everybody may know it: who speaks for it by their office, and on which days it has been one. */
export interface PublicParty {
  name: Texts
  steps: readonly { standing: PartyStanding; from_day: string; reason: Texts }[]
  speakers: readonly Speaker[]
}

export async function publicParties(db: Reads, today: string): Promise<PublicParty[]> {
  const [parties, steps, coordinators, substitutes] = await Promise.all([
    partiesInOrder(db),
    standings(db),
    coordinatorsNow(db),
    substitutesFrom(db, today),
  ])
  return parties.map(({ id, name }) => ({
    name,
    steps: steps.filter(({ party_id }) => party_id === id),
    speakers: [
      ...coordinators
        .filter(({ party_id }) => party_id === id)
        .map((one) => ({ name: one.name, until: null })),
      ...substitutes
        .filter(({ party_id, from_day }) => party_id === id && from_day <= today)
        .map((one) => ({ name: one.name, until: one.until_day })),
    ],
  }))
}
