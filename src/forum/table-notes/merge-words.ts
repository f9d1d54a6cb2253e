import { diff3Merge } from 'node-diff3'

/**
 * What two people made of the same words without seeing each other's, or null where both touched the same place: nobody
 * but they can say then what it should read. Words are taken whole, and one word at least must stand untouched between
 * what the one changed and what the other did. It makes no difference who is named first.
 */
export function mergeWords(was: string, one: string, other: string): string | null {
  if (one === other || other === was) return one
  if (one === was) return other
  const regions = diff3Merge(wordsIn(one), wordsIn(was), wordsIn(other), { excludeFalseConflicts: true })
  const merged: string[] = []
  for (const { ok } of regions) {
    if (!ok) return null
    merged.push(...ok)
  }
  return inOneText(merged)
}

/** Words and line breaks; how many spaces stand between them says nothing. */
const wordsIn = (text: string): string[] => text.match(/\n|[^\s]+/g) ?? []

const inOneText = (words: readonly string[]): string =>
  words
    .join(' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
