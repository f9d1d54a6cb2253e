import { searchText } from '#platform/search.ts'
import { singleWords } from './who-to-ask.rules.ts'

/** What somebody typed, as single words in lower case without accents. */
export const wordsOf = (text: string): string[] => singleWords(searchText(text))
