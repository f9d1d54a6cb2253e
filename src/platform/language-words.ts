import { inLanguage, type Language, type Texts } from './language.ts'

const names = new Map<Language, Intl.DisplayNames>()

/** A name as it stands at the beginning of a line: 'civilsamhället' is 'Civilsamhället' there. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A name that begins a sentence or stands by itself: parties have names that are written small elsewhere. */
export const nameAtStart = (name: Texts, language: Language): string =>
  capitalized(inLanguage(name, language))

/** What a language is called in the reader's: also others than those of the site. */
export function languageInWords(reader: Language, code: string): string {
  const known = names.get(reader) ?? new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' })
  names.set(reader, known)
  try {
    return known.of(code) ?? code
  } catch {
    // What somebody wrote freely is no code: it stands as it was written.
    return code
  }
}
