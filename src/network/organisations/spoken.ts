import type { Language } from '#platform/language.ts'
import { languageInWords } from '#platform/language-words.ts'
import { wordsFor } from '#platform/words.ts'
import type { SpokenLanguage } from './profile.rules.ts'

/** What a language is called in the reader's. The code for sign languages as a whole is one that Intl has no name for. */
export const languageSaid = (code: SpokenLanguage, language: Language): string =>
  code === 'sgn' ? wordsFor(language)('organisations.sign-language') : languageInWords(language, code)
