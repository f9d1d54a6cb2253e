import { languages } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import { wordsFor } from '#platform/words.ts'
import { type Kind, kinds } from './entry.rules.ts'

// Of a word that may have an ending: 'lokaler', 'locales'.
const stemMin = 4
const endingMax = 3

const isWithEnding = (name: string, word: string): boolean =>
  name.length >= stemMin && word.startsWith(name) && word.length - name.length <= endingMax

const named = new Map(
  kinds.map((kind) => [
    kind,
    languages.flatMap((language) =>
      [`needs-offers.kind.${kind}`, `needs-offers.also.${kind}`].flatMap((key) =>
        wordsFor(language)(key)
          .split(',')
          .map((name) => searchText(name)),
      ),
    ),
  ]),
)

/** The kinds that one of these words is a name of, in any of the three languages. */
export const kindsCalled = (words: readonly string[]): Kind[] =>
  kinds.filter((kind) =>
    words.some((word) => named.get(kind)?.some((name) => name === word || isWithEnding(name, word))),
  )
