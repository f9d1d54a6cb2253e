import type { Language } from '#platform/language.ts'
import type { SpokenLanguage } from './profile.rules.ts'

/** What a language is called in the reader's; what the computer has no name for, by its code. */
export const languageSaid = (code: SpokenLanguage, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code
