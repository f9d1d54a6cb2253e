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
  return found.map((part, index) => {
    if (part.added) return added(part.value)
    if (part.removed) return removed(part.value)
    return { kind: 'same', text: shortened(part.value, index === 0, index === found.length - 1) }
  })
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
