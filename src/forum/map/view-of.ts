import type { Conversation } from '../opinion-map/conversation.ts'
import type { AcrossParts, OpinionMap } from '../opinion-map/map-shape.ts'
import type { Side } from '../opinion-map/representative.rules.ts'
import { apart, countsOfAll, countsOfGroups, type VoteCounts } from '../opinion-map/vote-counts.ts'
import { indexOf, type VoteMatrix, voteMatrix } from '../opinion-map/vote-matrix.ts'
import { dotsOf } from './dots.ts'
import type { Divided, ShownGroup, ShownMap, Sided } from './shown-map.ts'
import { type Cell, partsToTell, sharesToTell, tensOfAllMin } from './shares-to-tell.rules.ts'
import { told } from './singled-out.rules.ts'

/** How each statement was voted on, still without its words. */
export type Counted = Pick<ShownMap['statements'][number], 'number' | 'votes' | 'all' | 'groups' | 'sectors'>
/** What may be told of a map, still without the statements' words. */
export type View = Omit<ShownMap, 'statements'> & { statements: Counted[] }

const standsForMax = 4
const listedMax = 5

/** What of a map may be told: nothing that rests on so few people that somebody could be recognised. */
export function viewOf(map: OpinionMap, conversation: Conversation): View {
  const isEnough = told(map.counts.people) !== null && map.verdict.kind !== 'too-few'
  const matrix = voteMatrix(conversation)
  const counts = countsOf(map, matrix, conversation)
  return {
    format: 1,
    verdict: map.verdict.kind,
    why: map.verdict.kind === 'too-few' ? map.verdict.why : null,
    people: told(map.counts.people),
    ...{ statementsVoted: map.counts.statements - map.leftOut.length, votes: map.counts.votes },
    ...{ placed: told(map.counts.placed), groups: map.groups.map(groupOf), apart: told(map.apart.length) },
    dots: isEnough ? dotsOf(map) : null,
    sectors: counts.sectors.names,
    ...(isEnough ? listsOf(map) : noLists),
    splits: isEnough && map.groups.length === 0 ? splitsIn(matrix, counts.all) : [],
    statements: isEnough ? counted(matrix, counts) : [],
  }
}

const noLists: ReturnType<typeof listsOf> = {
  ...{ agreed: [], bridgesGroups: [], bridgesSectors: [], dividesGroups: [], dividesSectors: [] },
}

const groupOf = ({ name, people, representative }: OpinionMap['groups'][number]): ShownGroup => ({
  ...{ name, people: told(people.length) },
  standsFor: representative
    .filter(({ isShown }) => isShown)
    .slice(0, standsForMax)
    .map(sided),
})

const sided = ({ statement, side }: { statement: string; side: Side }): Sided => ({
  statement: Number(statement),
  side,
})

function listsOf({ consensus, acrossGroups, acrossSectors }: OpinionMap) {
  const agreed = [...consensus.agree, ...consensus.disagree].filter(({ isShown }) => isShown)
  return {
    agreed: agreed.map(sided),
    ...{ bridgesGroups: bridges(acrossGroups), bridgesSectors: bridges(acrossSectors) },
    ...{ dividesGroups: divides(acrossGroups), dividesSectors: divides(acrossSectors) },
  }
}

const bridges = (across: AcrossParts | null): Sided[] =>
  [...(across?.agreed ?? []), ...(across?.rejected ?? [])]
    .sort((a, b) => b.product - a.product)
    .slice(0, listedMax)
    .map(sided)

const divides = (across: AcrossParts | null): Divided[] =>
  (across?.dividing ?? []).slice(0, listedMax).map(({ statement, most, least }) => ({
    ...{ statement: Number(statement), most: most.name, least: least.name },
  }))

interface Counts {
  all: VoteCounts
  groups: VoteCounts[]
  sectors: { names: string[]; counts: VoteCounts[] }
}

function countsOf(map: OpinionMap, matrix: VoteMatrix, { sectors }: Conversation): Counts {
  const groupOf = new Map(map.groups.flatMap(({ people }, group) => people.map((id) => [id, group] as const)))
  const names = [...new Set(sectors.values())].sort()
  const places = indexOf(names)
  const parts = (partOf: (id: string) => number | undefined, size: number): VoteCounts[] =>
    countsOfGroups(
      matrix,
      matrix.people.map((id) => partOf(id) ?? apart),
      size,
    )
  return {
    all: countsOfAll(matrix),
    groups: parts((id) => groupOf.get(id), map.groups.length),
    sectors: { names, counts: parts((id) => places.get(sectors.get(id) ?? ''), names.length) },
  }
}

/** Every statement with enough votes to be told. */
function counted(matrix: VoteMatrix, { all, groups, sectors }: Counts): Counted[] {
  return matrix.statements.flatMap((id, at) => {
    const whole = sharesToTell(cellOf(all, at), tensOfAllMin)
    if (matrix.leftOut[at] || !whole) return []
    return {
      ...{ number: Number(id), votes: all.votes[at] ?? 0, all: whole },
      groups: partsToTell(groups.map((one) => cellOf(one, at))),
      sectors: partsToTell(sectors.counts.map((one) => cellOf(one, at))),
    }
  })
}

const cellOf = ({ agree, disagree, votes }: VoteCounts, at: number): Cell => ({
  ...{ agree: agree[at] ?? 0, disagree: disagree[at] ?? 0, votes: votes[at] ?? 0 },
})

const splitVotesMin = 10

/** Where there are no groups: what about as many agree to as disagree with. */
function splitsIn(matrix: VoteMatrix, { agree, disagree, votes }: VoteCounts): number[] {
  const evenness = (at: number): number => Math.min(agree[at] ?? 0, disagree[at] ?? 0) / (votes[at] ?? 1)
  return [...matrix.leftOut.keys()]
    .filter((at) => !matrix.leftOut[at] && (votes[at] ?? 0) >= splitVotesMin && evenness(at) >= 0.3)
    .sort((a, b) => evenness(b) - evenness(a))
    .slice(0, listedMax)
    .map((at) => Number(matrix.statements[at]))
}
