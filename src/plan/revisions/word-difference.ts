import { diffWordsWithSpace } from 'diff'
import type { Language } from '#platform/language.ts'

export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

// So many steps apart two texts have hardly a word in common, and are shown one after the other instead.
const stepsMax = 1500
// Of a long text only what stands around a change is shown.
const aroundChange = 160

/** Two wordings word by word: what is the same, what was taken away and what came. */
export function wordDifference(before: string, after: string, language: Language): Piece[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const found = diffWordsWithSpace(before, after, { intlSegmenter, maxEditLength: stepsMax })
  if (!found) return [removed(before), added(after)].filter((piece) => piece.text)
  const pieces = found.map(({ added: isAdded, removed: isRemoved, value }): Piece =>
    isAdded ? added(value) : isRemoved ? removed(value) : { kind: 'same', text: value },
  )
  const whole = inPhrases(pieces, wordCounter(intlSegmenter))
  return whole.map((piece, index) =>
    piece.kind === 'same'
      ? { ...piece, text: shortened(piece.text, index === 0, index === whole.length - 1) }
      : piece,
  )
}

// A word or two in common between two changes is chance, and makes what is read a riddle.
const wordsAlone = 2

const wordCounter =
  (segmenter: Intl.Segmenter) =>
  (text: string): number =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length

/** Changes with hardly a word between them are one change: a phrase goes, and a phrase comes. */
function inPhrases(pieces: readonly Piece[], wordsIn: (text: string) => number): Piece[] {
  const isAlone = ({ kind, text }: Piece, index: number): boolean =>
    kind === 'same' && index > 0 && index < pieces.length - 1 && wordsIn(text) <= wordsAlone
  const groups: Piece[][] = []
  for (const [index, piece] of pieces.entries()) {
    const isChange = piece.kind !== 'same' || isAlone(piece, index)
    const last = groups.at(-1)
    if (isChange && last && last[0]?.kind !== 'same') last.push(piece)
    else groups.push([piece])
  }
  return groups.flatMap((group) => asOne(group))
}

/** Where words only come, or only go, what stands between them is left as it is. */
function asOne(group: Piece[]): Piece[] {
  const has = (kind: Piece['kind']): boolean => group.some((piece) => piece.kind === kind)
  if (!has('removed') || !has('added')) return group
  const without = (kind: Piece['kind']): string =>
    group
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join('')
  return [removed(without('added')), added(without('removed'))]
}

const added = (text: string): Piece => ({ kind: 'added', text })
const removed = (text: string): Piece => ({ kind: 'removed', text })

/** The beginning and the end of what is the same, where it is long; only the side that meets a change is kept. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * aroundChange || (isFirst && isLast)) return text
  const start = isFirst ? '' : text.slice(0, text.indexOf(' ', aroundChange))
  const end = isLast ? '' : text.slice(text.lastIndexOf(' ', text.length - aroundChange))
  return `${start} […] ${end}`
}
