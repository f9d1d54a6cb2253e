import { languages, type Language } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import { wordsFor } from '#platform/words.ts'
import { organisationKinds, sectors } from '../directory.rules.ts'
import { postKinds } from '../organisations/posts.rules.ts'
import { areas, fitsSector, kindSaid, spokenLanguages } from '../organisations/profile.rules.ts'
import { languageSaid } from '../organisations/spoken.ts'

/** A word as it is compared: "Ideell förening" and "ideell-forening " are one. */
export const plainWord = (text: string): string =>
  searchText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Sayings<Value> = ReadonlyMap<string, Value>

/** What stands for a value in any of our languages, and its own name. */
function sayings<Value extends string>(
  values: readonly Value[],
  said: (value: Value, language: Language) => readonly string[],
): Sayings<Value> {
  const known = new Map<string, Value>()
  for (const value of values)
    for (const word of [value, ...languages.flatMap((language) => said(value, language))]) {
      const plain = plainWord(word)
      if (plain && !known.has(plain)) known.set(plain, value)
    }
  return known
}

/** Words with commas between them, as a list of other ways to say a thing. */
const also = (key: string, language: Language): string[] => wordsFor(language)(key).split(',')

export interface AllSayings {
  sector: Sayings<(typeof sectors)[number]>
  kind: Sayings<(typeof organisationKinds)[number]>
  area: Sayings<(typeof areas)[number]>
  spoken: Sayings<(typeof spokenLanguages)[number]>
  post: Sayings<(typeof postKinds)[number]>
  language: Sayings<Language>
  yesOrNo: Sayings<'yes' | 'no'>
}

let made: AllSayings | undefined

/** Made once: the words of the site do not change while it runs. */
export const allSayings = (): AllSayings =>
  (made ??= {
    sector: sayings(sectors, (value, language) => [
      wordsFor(language)(`network.sector.${value}`),
      ...also(`lists.also.sector.${value}`, language),
    ]),
    kind: sayings(organisationKinds, (value, language) => [
      ...sectors
        .filter((sector) => fitsSector(sector, value))
        .map((sector) => wordsFor(language)(`organisations.kind.${kindSaid(sector, value)}`)),
      ...also(`lists.also.kind.${value}`, language),
    ]),
    area: sayings(areas, (value, language) => [wordsFor(language)(`organisations.area.${value}`)]),
    spoken: sayings(spokenLanguages, (value, language) => [languageSaid(value, language)]),
    post: sayings(postKinds, (value, language) => [wordsFor(language)(`organisations.post.${value}`)]),
    language: sayings(languages, (value, language) => [languageSaid(value, language)]),
    yesOrNo: sayings(['yes', 'no'], (value, language) => [
      wordsFor(language)(`lists.say.${value}`),
      ...also(`lists.also.${value}`, language),
    ]),
  })
