import { centredVotes, type CentredVotes } from './centred-votes.ts'
import { type Points, positionsOfPeople } from './positions.ts'
import { type Components, principalComponents, rough } from './principal-components.ts'
import { type VoteMatrix, votesOf } from './vote-matrix.ts'
import { whoCounts } from './who-counts.rules.ts'

/** Where everybody stands, and who of them is placed in groups. */
export interface Places {
  centred: CentredVotes
  components: Components
  people: Points
  /** The rows of those who are placed in groups, and where they stand. */
  counted: number[]
  countedPoints: Points
}

export function placesOf(matrix: VoteMatrix, how: { isRough?: boolean; opinions?: Int8Array } = {}): Places {
  const centred = centredVotes(matrix, how.opinions)
  const components = principalComponents(centred, how.isRough ? rough : undefined)
  const counted = whoCounts(votesOf(matrix), matrix.statements.length)
  return { centred, components, counted, ...standing(centred, components, counted) }
}

function standing(
  centred: CentredVotes,
  components: Components,
  counted: readonly number[],
): { people: Points; countedPoints: Points } {
  const people = positionsOfPeople(centred, components)
  const countedPoints = {
    x: Float64Array.from(counted, (row) => people.x[row] ?? 0),
    y: Float64Array.from(counted, (row) => people.y[row] ?? 0),
  }
  return { people, countedPoints }
}

/** The same places, looked at from where they look most as they did before. */
export const turned = (places: Places, components: Components): Places => ({
  ...places,
  components,
  ...standing(places.centred, components, places.counted),
})
