import type { Language } from '#platform/language.ts'
import { weightyWordsOf } from '../opinion-map/doubles.rules.ts'

export interface SaidOnce {
  id: string
  words: string
  language: Language
}

/**
 * From here on two cards in one language seem to say the same. Cards are shorter than statements, ten words or so, and two tables
 * seldom find the same ones. Of the 40 cards of the sample year, 0.3 with pieces of three letters, where "lokalen" met
 * "lokaler" and "vet vem" anything, suggested two sets, one of them wrong. With pieces of four letters and without the words below, 0.2
 * suggests seven, of which five are as people had put them together: somebody looks at each, so that a wrong one costs a
 * glance, and one not suggested costs reading everything. Below 0.2 most are wrong.
 */
const alikeMin = 0.2
const pieceLength = 4

// What cards say again and again whatever they are about: what one could, wants, knows, and how many.
const saidOften: Record<Language, ReadonlySet<string>> = {
  sv: new Set(
    (
      'andra annan behöver bara borde dem deras en ens fick finns fråga gå går göra gör hade hela hem hos hur igen in innan kom kommer ' +
      'kunna känns låt någon något några också samma sig sin sina själva stället två tre fyra varje vem vet vilka vad vill'
    ).split(' '),
  ),
  en: new Set('do how just know make need one only some they too want what who without'.split(' ')),
  es: new Set(
    'algo alguien cada cómo cuatro dos hace hacer qué quien quién quiere saber sólo solo también tener tres'.split(
      ' ',
    ),
  ),
}
/** How many rare words two cards in different languages have to share, letter by letter, like names of places. */
const sharedAcrossMin = 2
const acrossLanguages = 0.5

type Weights = ReadonlyMap<string, number>

/**
 * Cards that seem to say the same, as sets of two or more, the likest first. Statements before a forum are compared
 * by the pieces of their words (`doublesOf`); here, where everybody speaks of one theme, a piece counts the less the more
 * cards have it, and sets are joined by how alike their cards are on the whole, so that no chain of half-likes grows.
 */
export function suggestedTogether(cards: readonly SaidOnce[]): string[][] {
  const vectors = weighted(cards)
  const likeness = cards.map((one, a) =>
    cards.map((other, b) => (a === b ? 0 : likenessOf(one, other, vectors[a], vectors[b]))),
  )
  return joined(likeness).map(({ places }) => places.flatMap((place) => cards[place]?.id ?? []))
}

function likenessOf(one: SaidOnce, other: SaidOnce, a: Weights = new Map(), b: Weights = new Map()): number {
  if (one.language === other.language) return cosine(a, b)
  const theirs = new Set(longWords(other))
  const shared = new Set(longWords(one).filter((word) => theirs.has(word)))
  return shared.size >= sharedAcrossMin ? acrossLanguages : 0
}

/** Names and numbers, and words that are written alike in both languages. */
const longWords = ({ words, language }: SaidOnce): string[] =>
  weightyWordsOf(language, words)
    .map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .filter((word) => word.length >= 6 || /^\d+$/.test(word))

function piecesIn({ words, language }: SaidOnce): Set<string> {
  const own = weightyWordsOf(language, words).filter((word) => !saidOften[language].has(word))
  return new Set(
    own.flatMap((word) => {
      const whole = ` ${word} `
      const count = Math.max(1, whole.length - pieceLength + 1)
      return Array.from({ length: count }, (_, at) => whole.slice(at, at + pieceLength))
    }),
  )
}

/** For each card its pieces, with weights of length one in all. */
function weighted(cards: readonly SaidOnce[]): Weights[] {
  const pieces = cards.map(piecesIn)
  const having = new Map<string, number>()
  for (const piece of pieces.flatMap((set) => [...set])) having.set(piece, (having.get(piece) ?? 0) + 1)
  return pieces.map((set) => {
    const weights = [...set].map((piece): [string, number] => [
      piece,
      Math.log(1 + cards.length / (having.get(piece) ?? 1)),
    ])
    const length = Math.hypot(...weights.map(([, weight]) => weight))
    return new Map(weights.map(([piece, weight]) => [piece, weight / length]))
  })
}

function cosine(one: Weights, other: Weights): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [piece, weight] of few) sum += weight * (many.get(piece) ?? 0)
  return sum
}

interface Joined {
  places: number[]
  likeness: number
}

/** Joins the two likest sets again and again, as long as their cards are alike on the whole. */
function joined(likeness: readonly (readonly number[])[]): Joined[] {
  let sets: Joined[] = likeness.map((_, place) => ({ places: [place], likeness: 1 }))
  const candidates = likeness
    .flatMap((row, a) => row.slice(a + 1).map((part, after) => ({ a, b: a + 1 + after, part })))
    .filter(({ part }) => part >= alikeMin)
    .toSorted((one, other) => other.part - one.part)
  for (const { a, b } of candidates) {
    const [one, other] = [a, b].map((place) => sets.find(({ places }) => places.includes(place)))
    if (!one || !other || one === other) continue
    const mean = meanOf(likeness, one.places, other.places)
    if (mean < alikeMin) continue
    const both = {
      places: [...one.places, ...other.places].toSorted((x, y) => x - y),
      likeness: Math.min(one.likeness, other.likeness, mean),
    }
    sets = [...sets.filter((set) => set !== one && set !== other), both]
  }
  return sets.filter(({ places }) => places.length > 1).toSorted((x, y) => y.likeness - x.likeness)
}

function meanOf(
  likeness: readonly (readonly number[])[],
  one: readonly number[],
  other: readonly number[],
): number {
  const all = one.flatMap((a) => other.map((b) => likeness[a]?.[b] ?? 0))
  return all.reduce((sum, part) => sum + part, 0) / all.length
}
