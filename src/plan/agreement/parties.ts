import {
  coordinatorsNow,
  partiesInOrder,
  type PartyStanding,
  standings,
  substitutesFrom,
} from '#people/index.ts'
import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'

/** A party as everybody may know it: how many speak for it and on which days it has been one, and nobody's name. */
export interface PublicParty {
  name: Texts
  steps: readonly { standing: PartyStanding; from_day: string; reason: Texts }[]
  coordinators: number
  /** The last day of whoever stands in for them today. */
  substitute: string | null
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
    coordinators: coordinators.filter(({ party_id }) => party_id === id).length,
    substitute:
      substitutes.find(({ party_id, from_day }) => party_id === id && from_day <= today)?.until_day ?? null,
  }))
}
