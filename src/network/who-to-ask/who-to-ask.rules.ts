import type { Sector } from '../directory.rules.ts'
import type { CityArea } from '../partnerships/areas.rules.ts'

/** Why something is in the list: said of each, in this order. */
export const reasonKinds = ['name', 'about', 'offer', 'need', 'together', 'theme', 'area'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export interface Reason {
  kind: ReasonKind
  /** The words that were found, or what it is part of. */
  what: string
}

export interface Question {
  words: string
  theme: string | null
  area: CityArea | null
  sector: Sector | null
}

// Few words are looked for: a whole letter pasted here is asked for its first.
const wordsMax = 6
const letterMin = 2

/** What is looked for: the single words of a text as it is searched by, each once. */
export const singleWords = (searched: string): string[] =>
  [...new Set(searched.split(' ').filter((word) => word.length >= letterMin && !smallWords.has(word)))].slice(
    0,
    wordsMax,
  )

// They say nothing of what is looked for, and stand in nearly every text. As they are searched by: without accents.
const smallWords = new Set(
  (
    'att av de den det ed en ett for fran hos har i inom kan med mot nagon nagot och om pa sin som till under ut ' +
    'var vem vi vid vilka vilken vill ar at eller ' +
    'a an and any are as at by can from has have in into is it of on or our some that the their this to we who with ' +
    'al alguien ante con de del el ella en entre es esta este la las lo los nos o para por que quien se sin ' +
    'sobre su sus un una unas unos y'
  ).split(' '),
)

const points: Record<ReasonKind, number> = {
  offer: 6,
  name: 5,
  together: 4,
  about: 3,
  theme: 3,
  need: 2,
  area: 1,
}

/** What has more and better reasons stands first. */
export const pointsOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { kind }) => sum + points[kind], 0)

/** In the order in which they are said, none twice, and no more of them than somebody reads. */
export function reasonsToSay(reasons: readonly Reason[], max = 4): Reason[] {
  const seen = new Set<string>()
  return reasons
    .filter(({ kind, what }) => {
      const key = `${kind} ${what}`
      return seen.has(key) ? false : seen.add(key)
    })
    .toSorted((one, other) => reasonKinds.indexOf(one.kind) - reasonKinds.indexOf(other.kind))
    .slice(0, max)
}
