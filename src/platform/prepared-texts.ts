import { inLanguage, type Language, type Texts } from './language.ts'

/** An answer to begin from, which the office writes in every language. */
export interface PreparedText {
  id: string
  name: Texts
  words: Texts
}

/** Where they are found. The office stands above every slice, so they are handed down. */
export type PreparedTexts = () => Promise<readonly PreparedText[]>

/** What can be chosen, and what was. */
export interface PreparedChoice {
  texts: readonly PreparedText[]
  chosen: PreparedText | undefined
}

/** By what the address says: `?text=…`. */
export async function preparedBy(textsOf: PreparedTexts, asked: string | undefined): Promise<PreparedChoice> {
  const texts = await textsOf()
  return { texts, chosen: texts.find(({ id }) => id === asked) }
}

/** What an answer begins with, in the language of whoever gets it. */
export const begunWith = ({ chosen }: PreparedChoice, language: Language): string | undefined =>
  chosen && inLanguage(chosen.words, language)
