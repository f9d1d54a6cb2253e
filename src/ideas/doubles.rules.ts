/** What was sent in, as the words that say what it is about. */
export interface Worded {
  id: string
  text_key: string
  words: readonly string[]
}

// So much of what two say is the same: then somebody reads them beside each other.
const shareMin = 0.6

/**
 * What is the same, or nearly, in groups; the first of each stands for it. However many copies come in, the queue grows
 * by one line.
 */
export function grouped<W extends Worded>(all: readonly W[]): W[][] {
  const groups: W[][] = []
  const byKey = new Map<string, W[]>()
  const byWord = new Map<string, Set<W[]>>()
  for (const one of all) {
    const group = byKey.get(one.text_key) ?? nearest(one, byWord)
    if (group) group.push(one)
    const home = group ?? [one]
    if (!group) groups.push(home)
    byKey.set(one.text_key, home)
    if (!group) for (const word of one.words) byWord.set(word, (byWord.get(word) ?? new Set<W[]>()).add(home))
  }
  return groups
}

function nearest<W extends Worded>(one: W, byWord: ReadonlyMap<string, ReadonlySet<W[]>>): W[] | undefined {
  const shared = new Map<W[], number>()
  for (const word of one.words)
    for (const group of byWord.get(word) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1)
  const [best] = [...shared].toSorted(([, a], [, b]) => b - a)
  if (!best) return undefined
  const [group, count] = best
  const union = new Set([...one.words, ...(group[0]?.words ?? [])]).size
  return count / union >= shareMin ? group : undefined
}
