import { bestPartings, type Ways } from './partings.ts'
import { placesOf } from './places.ts'
import { below, type Chance, seededChance } from './seeded-chance.ts'
import { sample } from './silhouette.ts'
import { onlyRows, type VoteMatrix } from './vote-matrix.ts'

/** What chance makes of the same votes. */
export interface AgainstChance {
  /** How often the votes were shuffled. */
  shuffles: number
  /** How often shuffled votes fell into groups at least as clear as the real ones. */
  asClear: number
  /** How likely groups as clear as these are where there are none. */
  p: number
}

/** So many people are enough to see whether there are groups. */
const lookedAtMax = 1000

const shufflesMax = 99
/** Nothing as clear in so many shuffles is answer enough. */
const shufflesToBeSure = 39

const seed = 2

/**
 * Any cloud of points can be parted into groups. So the votes on each statement are shuffled among those who voted on it: as
 * many agree as before and nobody votes on anything else, but who agrees with whom is chance. Only if that hardly
 * ever gives groups as clear as the real ones, the real ones mean something.
 */
export function againstChance(
  matrix: VoteMatrix,
  asClearMax: number,
  progress: (part: number) => void = () => undefined,
): AgainstChance {
  const chance = seededChance(seed)
  const rows = sample(matrix.people.length, lookedAtMax, chance)
  const looked = rows.length < matrix.people.length ? onlyRows(matrix, [...rows]) : matrix
  const real = clearness(looked, looked.opinions, chance)
  const columns = votesByColumn(looked)
  const opinions = looked.opinions.slice()
  let [shuffles, asClear] = [0, 0]
  while (
    shuffles < shufflesMax &&
    asClear <= asClearMax &&
    !(asClear === 0 && shuffles === shufflesToBeSure)
  ) {
    for (const votes of columns) shuffle(opinions, votes, chance)
    if (clearness(looked, opinions, chance) >= real) asClear += 1
    shuffles += 1
    progress(shuffles / shufflesMax)
  }
  return { shuffles, asClear, p: (asClear + 1) / (shuffles + 1) }
}

/** How clearly people can be parted, at best. */
function clearness(matrix: VoteMatrix, opinions: Int8Array, chance: Chance): number {
  const { countedPoints } = placesOf(matrix, { isRough: true, opinions })
  // Quicker than for the map itself: what counts is that real and shuffled votes are treated alike.
  const ways: Ways = { chance, isQuick: true }
  return Math.max(-1, ...bestPartings(countedPoints, ways).map(({ silhouette }) => silhouette))
}

/** Where in the list of all votes those on each statement are. */
function votesByColumn({ statements, columns }: VoteMatrix): Int32Array[] {
  const counts = new Int32Array(statements.length)
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1
  const places = Array.from(counts, (count) => new Int32Array(count))
  const filled = new Int32Array(statements.length)
  for (const [at, column] of columns.entries()) {
    const list = places[column]
    if (list) list[filled[column] ?? 0] = at
    filled[column] = (filled[column] ?? 0) + 1
  }
  return places
}

function shuffle(opinions: Int8Array, votes: Int32Array, chance: Chance): void {
  for (let left = votes.length; left > 1; left -= 1) {
    const [one, other] = [votes[left - 1] ?? 0, votes[below(left, chance)] ?? 0]
    const opinion = opinions[one] ?? 0
    opinions[one] = opinions[other] ?? 0
    opinions[other] = opinion
  }
}
