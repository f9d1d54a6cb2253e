import { searchText } from '#platform/search.ts'

export const lettersOf = (name: string): string =>
  searchText(name)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const slipsMax = 2

// A name of fewer letters than this is another name when one of them differs: Lyan and Lyra.
const wholeMin = 6
// How long what differs must be for a slip to be one, and for two: Malmö FF and Malmö FK are two, and so are Hav and Tak.
const oneSlipMin = 3
const twoSlipsMin = 5

/** How many slips of the pen two whole names may differ by and be one, common words and all. */
function slipsAllowed(a: string, b: string): number {
  if (Math.min(a.length, b.length) < wholeMin) return 0
  // A figure tells names apart: the group of 2019 is not that of 2018.
  if (a.replaceAll(/\D/g, '') !== b.replaceAll(/\D/g, '')) return 0
  const [ofOne, ofOther] = [a.split(' '), b.split(' ')]
  const differing = Math.min(lengthWithout(ofOne, ofOther), lengthWithout(ofOther, ofOne))
  if (differing < oneSlipMin) return 0
  return differing < twoSlipsMin ? 1 : slipsMax
}

const lengthWithout = (words: readonly string[], shared: readonly string[]): number =>
  words.filter((word) => !shared.includes(word)).join(' ').length

/** Whether two names, as letters, are the same but for a letter or two more, less, or other. */
export function differsByASlip(a: string, b: string): boolean {
  // The quicker question first.
  return isWithin(a, b, slipsMax) && isWithin(a, b, slipsAllowed(a, b))
}

/** Whether so many letters put in, left out, or changed make one text the other, from these places on. */
function isWithin(a: string, b: string, most: number, i = 0, j = 0): boolean {
  let [at, to] = [i, j]
  while (at < a.length && a[at] === b[to]) {
    at += 1
    to += 1
  }
  if (at >= a.length || to >= b.length) return a.length - at + b.length - to <= most
  if (most === 0) return false
  return (
    isWithin(a, b, most - 1, at + 1, to + 1) ||
    isWithin(a, b, most - 1, at + 1, to) ||
    isWithin(a, b, most - 1, at, to + 1)
  )
}

// Whatever two slips do, one of three pieces of a name is left whole, and has moved by two letters at most.
const pieces = slipsMax + 1

const piecesOf = (length: number): { at: number; length: number }[] =>
  Array.from({ length: pieces }, (_, index) => {
    const at = Math.floor((length * index) / pieces)
    return { at, length: Math.floor((length * (index + 1)) / pieces) - at }
  })

/** Where in the list the names stand that have this piece, by how long they are and where in them it is. */
function piecesIn(names: readonly string[]): Map<string, number[]> {
  const withPiece = new Map<string, number[]>()
  for (const [place, name] of names.entries())
    for (const [index, { at, length }] of piecesOf(name.length).entries()) {
      const key = `${name.length} ${index} ${name.slice(at, at + length)}`
      const those = withPiece.get(key)
      if (those) those.push(place)
      else withPiece.set(key, [place])
    }
  return withPiece
}

/** Where each piece of a name that is this one but for a slip may stand in it. */
function* keysOf(name: string): Generator<string> {
  for (let length = Math.max(0, name.length - slipsMax); length <= name.length + slipsMax; length += 1)
    for (const [index, piece] of piecesOf(length).entries())
      for (let at = Math.max(0, piece.at - slipsMax); at <= piece.at + slipsMax; at += 1)
        yield `${length} ${index} ${name.slice(at, at + piece.length)}`
}

/** Finds names that differ from another by a slip without comparing it with all. */
export function slipsAmong(names: readonly string[]): (name: string) => number[] {
  const withPiece = piecesIn(names)
  return (name) => {
    const found = new Set<number>()
    for (const key of keysOf(name))
      for (const place of withPiece.get(key) ?? [])
        if (differsByASlip(names[place] ?? '', name)) found.add(place)
    return [...found]
  }
}
