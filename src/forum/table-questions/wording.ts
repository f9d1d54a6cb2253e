import { languages, type Texts } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import type { Candidate } from './candidates.ts'
import { wordsMax } from './table-questions.rules.ts'

/** A wording to begin with, in each language in which all that it is made from can be read. */
export function suggestedWording(candidates: readonly Candidate[], own: 'sv' | 'en' | 'es'): Texts {
  if (candidates.length === 0) return {}
  const [first] = candidates
  const entries = languages.flatMap((language) => {
    const t = wordsFor(language)
    const said = candidates.map(({ texts, words, kind }) =>
      // Nobody said in which language a proposal is written; it stands where the organizer reads it.
      kind === 'proposed' ? (language === own ? words : undefined) : texts[language],
    )
    if (said.some((one) => one === undefined)) return []
    const isProposal = candidates.every(({ kind }) => kind === 'proposed')
    if (isProposal) return [[language, said.join(' ').slice(0, wordsMax)]]
    const quoted = said.map((one) => t('table-questions.suggest.quoted', { words: one ?? '' }))
    const isDividing = first !== undefined && candidates.some(({ kind }) => kind === 'dividing')
    const key = isDividing ? 'dividing' : 'bridging'
    const about = (count: number): string =>
      t(`table-questions.suggest.${key}`, { statements: quoted.slice(0, count).join(' '), count })
    // What does not fit stands above the form; a wording that is too long to be saved helps nobody.
    const counts = quoted.map((_, index) => quoted.length - index)
    return [
      [language, counts.map(about).find((text) => text.length <= wordsMax) ?? about(1).slice(0, wordsMax)],
    ]
  })
  return Object.fromEntries(entries) as Texts
}
