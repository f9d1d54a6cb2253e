import { type Language, languages, type Texts } from '#platform/language.ts'

/** A part of the report that somebody wrote, with its texts. */
export interface Written {
  part: 'minutes' | 'said' | 'recommendations'
  texts: readonly Texts[]
}

export interface Missing {
  part: Written['part']
  /** How many of its texts are not there in the reader's language. */
  count: number
  of: number
  /** The languages in which they are shown instead. */
  instead: Language[]
}

/** Which parts are not wholly in a language: said once, at the top, so that nobody wonders. */
export function missingIn(language: Language, parts: readonly Written[]): Missing[] {
  return parts.flatMap(({ part, texts }) => {
    const written = texts.filter((one) => languages.some((each) => one[each]))
    const missing = written.filter((one) => !one[language])
    if (missing.length === 0) return []
    const shown = missing.map((one) => languages.find((each) => one[each]))
    const instead = languages.filter((each) => shown.includes(each))
    return [{ part, count: missing.length, of: written.length, instead }]
  })
}
