import type { NoteState } from '../note.rules.ts'
import type { CardKind } from '../table-notes/tables.ts'

export const cardKinds: readonly CardKind[] = ['insight', 'disagreement', 'proposal', 'open-question']

export type HarvestRefusal =
  | 'approved-already'
  | 'nothing-ticked'
  | 'cards-taken'
  | 'two-texts'
  | 'cards-moved'
  | 'group-gone'
  | 'changed-meanwhile'
  | 'order-changed'
  | 'has-recommendation'

/** What the tables said is part of the minutes: once those are approved, it stays as it was approved. */
export const refusalToHarvest = (state: NoteState | null): 'approved-already' | null =>
  state === 'approved' || state === 'published' ? 'approved-already' : null

/**
 * Cards are put together while they are in no group: what somebody else has put away meanwhile stays there. A card on
 * which two texts wait is chosen among first, or one of them would be lost from the report unseen.
 */
export function refusalToJoin(
  asked: readonly string[],
  loose: ReadonlyMap<string, { beside: readonly unknown[] }>,
): 'nothing-ticked' | 'cards-taken' | 'two-texts' | null {
  if (asked.length === 0) return 'nothing-ticked'
  if (!asked.every((id) => loose.has(id))) return 'cards-taken'
  return asked.some((id) => loose.get(id)?.beside.length) ? 'two-texts' : null
}

/** Cards are taken out of the group in which they were seen, and nowhere else. */
export function refusalToTakeOut(
  asked: readonly string[],
  inGroup: ReadonlySet<string>,
): 'nothing-ticked' | 'cards-moved' | null {
  if (asked.length === 0) return 'nothing-ticked'
  return asked.every((id) => inGroup.has(id)) ? null : 'cards-moved'
}

/** A title that somebody else has changed meanwhile is read before it is written over. */
export const refusalToName = (changedAt: string, seen: string): 'changed-meanwhile' | null =>
  changedAt === seen ? null : 'changed-meanwhile'

/** A group that became a recommendation shows where that came from; it is not taken apart. */
export const refusalToTakeApart = (group: {
  recommendation_id: string | null
}): 'has-recommendation' | null => (group.recommendation_id === null ? null : 'has-recommendation')

interface Placed {
  id: string
  position: number
}

/**
 * With whom a group changes places to go one up or down, in groups that stand in their order. Null at the end of the
 * list; refused when the group no longer stands where it was seen, so that two who press at once move it once.
 */
export function neighbour(
  groups: readonly Placed[],
  id: string,
  way: 'up' | 'down',
  seen: number,
): Placed | 'order-changed' | null {
  const at = groups.findIndex((one) => one.id === id)
  if (groups[at]?.position !== seen) return 'order-changed'
  return groups[way === 'up' ? at - 1 : at + 1] ?? null
}

/** What a group is first: what most of its cards are; of as many, what asks for most. */
export function kindOfGroup(cards: readonly { kind: CardKind }[]): CardKind {
  const weight: readonly CardKind[] = ['proposal', 'disagreement', 'open-question', 'insight']
  const count = (kind: CardKind): number => cards.filter((card) => card.kind === kind).length
  return weight.toSorted((a, b) => count(b) - count(a))[0] ?? 'insight'
}

/** The tables that some cards came from, each once, in the order of their numbers. */
export const tablesOf = (cards: readonly { table_number: number }[]): number[] =>
  [...new Set(cards.map((card) => card.table_number))].toSorted((a, b) => a - b)

/** The round in which most of it was said; of as many, the first. */
export function roundOf(cards: readonly { round: number }[]): number {
  const rounds = [...new Set(cards.map((card) => card.round))].toSorted((a, b) => a - b)
  const count = (round: number): number => cards.filter((card) => card.round === round).length
  return rounds.toSorted((a, b) => count(b) - count(a))[0] ?? 1
}
