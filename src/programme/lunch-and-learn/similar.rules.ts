import type { Texts } from '#platform/language.ts'
import { areAlike, tellingWords } from '#platform/telling-words.rules.ts'

export interface Likeness {
  id: string
  /** The words of the first need that are like words of this one. */
  shared: string[]
  share: number
}

// A third of what the shorter of the two is about.
const shareMin = 1 / 3

function likenessIn(one: readonly string[], other: readonly string[]): Omit<Likeness, 'id'> {
  const shared = one.filter((word) => other.some((theirs) => areAlike(word, theirs)))
  const fewest = Math.min(one.length, other.length)
  return { shared, share: fewest === 0 ? 0 : Math.min(1, shared.length / fewest) }
}

interface Worded {
  id: string
  words: Texts
}

/** Needs that share words with this one in any language, the most alike first: for the office to look at. */
export function similarTo(need: Worded, others: readonly Worded[], max = 5): Likeness[] {
  return others
    .filter(({ id }) => id !== need.id)
    .map((other) => ({ id: other.id, ...mostAlike(need.words, other.words) }))
    .filter(({ share, shared }) => share >= shareMin && shared.length > 0)
    .toSorted((one, other) => other.share - one.share || (one.id < other.id ? -1 : 1))
    .slice(0, max)
}

function mostAlike(one: Texts, other: Texts): Omit<Likeness, 'id'> {
  const languages = (Object.keys(one) as (keyof Texts)[]).filter((language) => other[language])
  const all = languages.map((language) =>
    likenessIn(tellingWords(one[language] ?? ''), tellingWords(other[language] ?? '')),
  )
  return all.toSorted((a, b) => b.share - a.share)[0] ?? { shared: [], share: 0 }
}
