import { languages, type Texts } from '#platform/language.ts'
import { wordsFor, type WordValues } from '#platform/words.ts'

/** A word of ours in every language, to be kept with a figure. */
export const inAll = (key: string, values?: WordValues): Texts =>
  Object.fromEntries(languages.map((language) => [language, wordsFor(language)(key, values)]))

/** A name that was typed, and is the same in every language. */
export const asTyped = (name: string): Texts => ({ sv: name, en: name, es: name })

/** What a meeting of the steering group is called where it is listed. */
export const steeringMeeting = (): Texts => inAll('year-report.steering-meeting')

/** What a proposed change of the plan is called: by its own words, or else by its number. */
export const revisionNamed = (number: number, title: Texts): Texts =>
  Object.keys(title).length > 0 ? title : inAll('year-report.revision', { number })
