import type { Texts } from '#platform/language.ts'

const excerptMax = 110

/** The first words of a longer text, up to the end of a word. */
export function excerpt(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= excerptMax) return flat
  return `${flat.slice(0, excerptMax).replace(/\s\S*$/, '')} …`
}

export const firstWords = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, excerpt(text)]))
