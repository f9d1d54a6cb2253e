import { languages, type Texts } from '#platform/language.ts'

/** Stands where a name was. */
const erasedSign = '[…]'

/** Shorter ones would be found in other words, and the sign would be longer than they. */
export const erasedMin = 3

interface Erased {
  texts: Texts
  /** At how many places the name stood. */
  places: number
}

/** Takes a name out of texts wherever it stands as a word of its own, also as its owner's: "Karin Ek", "karin eks". */
export function eraseFrom(texts: Texts, name: string): Erased {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?:[’']?s)?(?![\\p{L}\\p{N}])`, 'giu')
  let places = 0
  const erased = languages.flatMap((language) => {
    const text = texts[language]
    if (text === undefined) return []
    const without = text.replaceAll(pattern, () => {
      places += 1
      return erasedSign
    })
    return [[language, without]]
  })
  return { texts: Object.fromEntries(erased) as Texts, places }
}

export type EraseRefusal = 'not-approved' | 'name-not-there' | 'name-in-reason'

/** Why nothing is taken out, or null: what is not approved yet is simply changed, and the reason must not say whom. */
export function refusalToErase(facts: {
  isApproved: boolean
  places: number
  reasonNames: number
}): EraseRefusal | null {
  if (!facts.isApproved) return 'not-approved'
  if (facts.places === 0) return 'name-not-there'
  return facts.reasonNames > 0 ? 'name-in-reason' : null
}
