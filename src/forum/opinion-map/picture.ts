import type { Conversation } from './conversation.ts'
import type { OpinionMap, Point } from './map-shape.ts'
import { priorityOf } from './next-statement.rules.ts'
import { type Places, turned } from './places.ts'
import { extremities, type Points, positionsOfStatements } from './positions.ts'
import { turnComponents, turnTowards } from './turn-picture.ts'
import { countsOfAll } from './vote-counts.ts'
import { indexOf } from './vote-matrix.ts'
import { tallyOf } from './across-parts.ts'

/** Looked at as in the map that people saw last, if they saw one. */
export function asBefore(places: Places, before: OpinionMap | null): Places {
  if (!before) return places
  const rowOf = indexOf(before.people)
  const { people } = places.centred.matrix
  const both = people.flatMap((id, row) => {
    const last = before.positions[rowOf.get(id) ?? -1]
    return last ? [{ row, last }] : []
  })
  const lastPoints = pointsOf(both.map(({ last }) => last))
  const { x, y } = places.people
  const points = pointsOf(both.map(({ row }) => [x[row] ?? 0, y[row] ?? 0]))
  return turned(places, turnComponents(places.components, turnTowards(lastPoints, points)))
}

const pointsOf = (points: readonly Point[]): Points => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
})

const pairs = ({ x, y }: Points): Point[] => Array.from(x, (value, index) => [value, y[index] ?? 0])

type Picture = Pick<
  OpinionMap,
  | ('counts' | 'statements' | 'leftOut' | 'means' | 'components' | 'shares')
  | ('statementPositions' | 'extremities' | 'priorities' | 'people' | 'positions' | 'placed')
>

/** Everything that is true whatever the groups are. */
export function pictureOf(
  { centred, components, people, counted }: Places,
  conversation: Conversation,
): Picture {
  const { matrix, means } = centred
  const statementPoints = positionsOfStatements(centred, components)
  const far = extremities(statementPoints)
  return {
    counts: {
      people: matrix.people.length,
      statements: matrix.statements.length,
      votes: matrix.opinions.length,
      placed: counted.length,
    },
    statements: [...matrix.statements],
    leftOut: matrix.statements.filter((_, statement) => matrix.leftOut[statement]),
    means: [...means],
    components: [[...components.first], [...components.second]],
    shares: components.shares,
    statementPositions: pairs(statementPoints),
    extremities: [...far],
    priorities: prioritiesOf({ centred, far }, conversation),
    people: [...matrix.people],
    positions: pairs(people),
    placed: counted.map((row) => matrix.people[row] ?? ''),
  }
}

/** How much it is worth to show each statement to somebody who has not seen it. */
function prioritiesOf(
  { centred, far }: Pick<Places, 'centred'> & { far: Float64Array },
  { statements }: Conversation,
): number[] {
  const { matrix } = centred
  const meta = new Set(statements.filter(({ isMeta }) => isMeta).map(({ id }) => id))
  const counts = countsOfAll(matrix)
  return matrix.statements.map((id, statement) => {
    const { agree, disagree, votes } = tallyOf(counts, statement)
    const pass = votes - agree - disagree
    return priorityOf({ id, agree, pass, votes, extremity: far[statement] ?? 0, isMeta: meta.has(id) })
  })
}
