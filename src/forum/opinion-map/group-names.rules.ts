/** Who was, or is, in a group of this name. */
export interface Named {
  name: string
  people: ReadonlySet<string>
}

/** Names that say nothing about what a group thinks; a name has a colour of its own in every picture. */
const groupNames: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']

/**
 * The names of groups: each keeps the name under which most of its people were known, so that as many people as can be read the
 * same letter as before. A group without a past gets a letter that nobody has, or else the one that fits best.
 */
export function namesFor(groups: readonly (readonly string[])[], known: readonly Named[]): string[] {
  const used = new Set(known.map(({ name }) => name))
  const free = groupNames
    .filter((name) => !used.has(name))
    .map((name) => ({ name, people: new Set<string>() }))
  const all = [...known.slice(0, groupNames.length), ...free]
  const shared = groups.map((people) => all.map((one) => people.filter((id) => one.people.has(id)).length))
  return bestMatch(shared, []).match.map((index) => all[index]?.name ?? '')
}

/** Every group with a name of its own so that most people keep theirs; of equal matches the one with earlier names. */
function bestMatch(
  shared: readonly (readonly number[])[],
  taken: number[],
): { match: number[]; kept: number } {
  const [group, ...others] = shared
  if (!group) return { match: [], kept: 0 }
  let best: { match: number[]; kept: number } | null = null
  for (const [index, kept] of group.entries()) {
    if (taken.includes(index)) continue
    const rest = bestMatch(others, [...taken, index])
    if (!best || kept + rest.kept > best.kept)
      best = { match: [index, ...rest.match], kept: kept + rest.kept }
  }
  return best ?? { match: [], kept: 0 }
}
