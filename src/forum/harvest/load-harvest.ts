import type { Reads } from '../tables.ts'
import { roundOf, tablesOf } from './harvest.rules.ts'
import { type Card, cardsOf, type Group, groupsOf } from './harvest.sql.ts'

/** A group with its cards, the tables that wrote them, and the round in which most of it was said. */
export interface FullGroup extends Group {
  cards: readonly Card[]
  tables: readonly number[]
  round: number
}

export interface Harvest {
  groups: readonly FullGroup[]
  /** Cards that are in no group. */
  loose: readonly Card[]
}

/** Everything the tables of an event wrote, as far as it has been put together. */
export async function loadHarvest(db: Reads, eventId: string): Promise<Harvest> {
  const [groups, cards] = await Promise.all([groupsOf(db, eventId), cardsOf(db, eventId)])
  const byGroup = Map.groupBy(cards, (card) => card.group_id)
  return {
    loose: byGroup.get(null) ?? [],
    groups: groups.map((group) => {
      const own = byGroup.get(group.id) ?? []
      return { ...group, cards: own, tables: tablesOf(own), round: roundOf(own) }
    }),
  }
}
