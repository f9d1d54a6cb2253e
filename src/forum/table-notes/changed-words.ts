import { diffIndices } from 'node-diff3'

/** A stretch of a text, and whether the other text reads differently there. */
export interface Stretch {
  text: string
  differs: boolean
}

const wordsIn = (text: string): string[] => text.match(/\s*\S+\s*$|\s*\S+/g) ?? []

/** A text, with the words marked that another text does not have in the same place. */
export function changedWords(text: string, other: string): Stretch[] {
  const [words, theirs] = [wordsIn(text), wordsIn(other)]
  const bare = (all: string[]): string[] => all.map((word) => word.trim())
  const places = diffIndices(bare(words), bare(theirs)).map(({ buffer1: [from, length] }) => ({
    from,
    length,
  }))
  const stretches: Stretch[] = []
  let at = 0
  const add = (to: number, differs: boolean): void => {
    if (to > at) stretches.push({ text: words.slice(at, to).join(''), differs })
    at = to
  }
  for (const { from, length } of places) {
    add(from, false)
    add(from + length, true)
  }
  add(words.length, false)
  return stretches
}
