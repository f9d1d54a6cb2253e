import {
  alikeMin,
  type DoubleReason,
  doubleReason,
  type Entry,
  namesIn,
  pairsOf,
  siteOf,
  tellingWords,
} from '../organisations/doubles.rules.ts'
import { lettersOf, slipsAmong } from '../organisations/slips.rules.ts'

interface Known extends Entry {
  id: string
}

/** The pairs of letters of a name, the second of the same kind as one of its own, so that they are a set. */
function pairsIn(name: string): string[] {
  const words = tellingWords(name)
  if (words === '') return []
  return [...pairsOf(words)].flatMap(([pair, count]) =>
    Array.from({ length: count }, (_, index) => `${pair}${index}`),
  )
}

/** Which names hold a pair of letters, by their places in the list. */
function namesOf(known: readonly Known[]) {
  const names = known.flatMap((entry) =>
    namesIn(entry.search_text).map((name) => ({ entry, pairs: pairsIn(name), name })),
  )
  const withPair = new Map<string, number[]>()
  for (const [place, { pairs }] of names.entries())
    for (const pair of pairs) {
      const those = withPair.get(pair)
      if (those) those.push(place)
      else withPair.set(pair, [place])
    }
  return { names, withPair }
}

/**
 * Finds the entry that a new one may be the double of, by the rule that compares two of them, without comparing it with
 * all: it counts what pairs of letters each name shares with the new one, and asks the rule about those that share enough,
 * and about those that differ by a slip of the pen.
 */
export function alikeAmong(
  known: readonly Known[],
): (one: Entry) => { id: string; reason: DoubleReason } | null {
  const { names, withPair } = namesOf(known)
  const withSite = new Map<string, Known[]>()
  for (const entry of known) {
    const site = siteOf(entry.website)
    if (site !== null) withSite.set(site, [...(withSite.get(site) ?? []), entry])
  }
  const sizes = Uint16Array.from(names, ({ pairs }) => pairs.length)
  const shared = new Uint16Array(names.length)
  const slipsOf = slipsAmong(names.map(({ name }) => lettersOf(name)))

  function* likeNamed(one: Entry): Generator<Known> {
    for (const name of namesIn(one.search_text)) {
      const pairs = pairsIn(name)
      shared.fill(0)
      for (const pair of pairs)
        for (const place of withPair.get(pair) ?? []) shared[place] = (shared[place] ?? 0) + 1
      for (let place = 0; place < names.length; place += 1) {
        const both = pairs.length + (sizes[place] ?? 0)
        const entry = (2 * (shared[place] ?? 0)) / both >= alikeMin ? names[place]?.entry : undefined
        if (entry) yield entry
      }
      for (const place of slipsOf(lettersOf(name))) {
        const entry = names[place]?.entry
        if (entry) yield entry
      }
    }
  }

  function* mayBe(one: Entry): Generator<Known> {
    const site = siteOf(one.website)
    if (site !== null) yield* withSite.get(site) ?? []
    yield* likeNamed(one)
  }

  return (one) => {
    for (const entry of mayBe(one)) {
      const reason = doubleReason(one, entry)
      if (reason !== null) return { id: entry.id, reason }
    }
    return null
  }
}
