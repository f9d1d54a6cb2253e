import type { Parts } from './across-parts.ts'
import { votesToShowMin } from './bridging.rules.ts'
import type { Conversation } from './conversation.ts'
import { apart, countsOfGroups } from './vote-counts.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** How the sectors voted, and which are too small to be compared: nobody shall be worked out from a figure. */
export function sectorsIn(matrix: VoteMatrix, { sectors }: Conversation): Parts & { tooSmall: string[] } {
  const people = new Map<string, number>()
  for (const id of matrix.people) {
    const sector = sectors.get(id)
    if (sector !== undefined) people.set(sector, (people.get(sector) ?? 0) + 1)
  }
  const all = [...people.keys()].sort()
  const names = all.filter((name) => (people.get(name) ?? 0) >= votesToShowMin)
  const places = new Map(names.map((name, place) => [name, place]))
  const partOf = matrix.people.map((id) => places.get(sectors.get(id) ?? '') ?? apart)
  const counts = countsOfGroups(matrix, partOf, names.length)
  return { names, counts, tooSmall: all.filter((name) => !places.has(name)) }
}
