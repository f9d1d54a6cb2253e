import { searchText } from '#platform/search.ts'
import { differsByASlip, lettersOf } from './slips.rules.ts'

// Words that so many names share that they say nothing of who it is.
const inMany = new Set(
  (
    'forening foreningen foreningar ideell ideella i och for av malmo malmos natverk natverket stiftelsen ' +
    'stiftelse ab the of and in association society asociacion de la el los las en y del'
  ).split(' '),
)

/** The words that tell a name from others; all of them when none does. */
export function tellingWords(name: string): string {
  const words = searchText(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const telling = words.filter((word) => !inMany.has(word))
  return (telling.length > 0 ? telling : words).toSorted().join(' ')
}

export function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  const padded = ` ${text} `
  for (let at = 0; at < padded.length - 1; at += 1) {
    const pair = padded.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** How alike two names are, from 0 to 1: pairs of letters that they share (Dice, 1945). */
export function likeness(one: string, other: string): number {
  const [a, b] = [tellingWords(one), tellingWords(other)]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const [first, second] = [pairsOf(a), pairsOf(b)]
  const total = [...first.values(), ...second.values()].reduce((all, count) => all + count, 0)
  let shared = 0
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0)
  return (2 * shared) / total
}

/** From here on two names are shown beside each other; found by trying the names of Malmö's associations. */
export const alikeMin = 0.72

/** Whether two names may be one: they share most of what tells them from others, or differ by a slip as a whole. */
const isLike = (one: string, other: string): boolean =>
  likeness(one, other) >= alikeMin || differsByASlip(lettersOf(one), lettersOf(other))

export interface Entry {
  /** Its names between bars, as they are searched by. */
  search_text: string
  number: string | null
  website: string | null
}

export type DoubleReason = 'same-number' | 'same-website' | 'like-name'

export const namesIn = (searched: string): string[] => searched.split('|').filter(Boolean)

export const siteOf = (website: string | null): string | null =>
  website && URL.canParse(website)
    ? `${new URL(website).hostname.replace(/^www\./, '')}${new URL(website).pathname.replace(/\/$/, '')}`
    : null

/** Why two entries may be one organisation; null when nothing says so. */
export function doubleReason(one: Entry, other: Entry): DoubleReason | null {
  if (one.number !== null && one.number === other.number) return 'same-number'
  if (one.number !== null && other.number !== null) return null
  const site = siteOf(one.website)
  if (site !== null && site === siteOf(other.website)) return 'same-website'
  const alike = namesIn(one.search_text).some((name) =>
    namesIn(other.search_text).some((theirs) => isLike(name, theirs)),
  )
  return alike ? 'like-name' : null
}
