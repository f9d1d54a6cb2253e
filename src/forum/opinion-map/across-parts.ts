import { bestBridges, bridgeOf, sharpestDivides } from './bridging.rules.ts'
import type { AcrossParts } from './map-shape.ts'
import type { Side, Tally } from './representative.rules.ts'
import type { VoteCounts } from './vote-counts.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** So many statements are named as bridging, and as dividing. */
const shownMax = 10

/** Opinion groups, or the sectors that people come from, with how each voted. */
export interface Parts {
  names: readonly string[]
  counts: readonly VoteCounts[]
}

/** How one statement was voted on. */
export const tallyOf = ({ agree, disagree, votes }: VoteCounts, statement: number): Tally => ({
  agree: agree[statement] ?? 0,
  disagree: disagree[statement] ?? 0,
  votes: votes[statement] ?? 0,
})

/** The places of the statements that are part of the map. */
export const statementsIn = ({ leftOut }: VoteMatrix): number[] =>
  [...leftOut].flatMap((left, statement) => (left ? [] : [statement]))

/** What bridges the parts and what divides them, of the statements that have enough votes to be shown; nothing for fewer than two. */
export function acrossParts(
  matrix: VoteMatrix,
  { names, counts }: Parts,
  isEnough: readonly boolean[],
): AcrossParts | null {
  if (names.length < 2) return null
  const ids = matrix.statements
  const tallies = ids.map((_, statement) => counts.map((part) => tallyOf(part, statement)))
  const all = statementsIn(matrix)
    .filter((statement) => isEnough[statement])
    .map((statement) => ({ statement, parts: tallies[statement] ?? [] }))
  const named = ({ part, share }: { part: number; share: number }): { name: string; share: number } => ({
    name: names[part] ?? '',
    share,
  })
  const bridges = (side: Side): AcrossParts['agreed'] =>
    bestBridges(side, all, shownMax).map((bridge) => ({ ...bridge, statement: ids[bridge.statement] ?? '' }))
  const products = (side: Side): number[] => tallies.map((parts) => bridgeOf(side, parts))
  return {
    names: [...names],
    ...{ agreed: bridges('agree'), rejected: bridges('disagree') },
    dividing: sharpestDivides(all, shownMax).map(({ statement, most, least, between }) => ({
      ...{ statement: ids[statement] ?? '', between },
      ...{ most: named(most), least: named(least) },
    })),
    products: { agree: products('agree'), disagree: products('disagree') },
  }
}
