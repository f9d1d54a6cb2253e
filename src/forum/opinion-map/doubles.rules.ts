import type { Language } from '#platform/language.ts'

/** One wording of a statement; it may have been given in several languages. */
export interface Wording {
  language: Language
  text: string
}

/** Whether two statements say the same. `opposite`: the same words, but one of them says no to it. */
export interface Likeness {
  kind: 'same' | 'alike' | 'opposite'
  /** How much of the two is the same, from 0 to 1. */
  part: number
}

/** From here on somebody should look at the two side by side. */
const alikeMin = 0.6
const sameMin = 0.9

// Words that hold a sentence together and say little; without them two short sentences are not alike for sharing these.
const small: Record<Language, string> = {
  sv: 'att av bli blir bör de den det dem du då en ett eller fler får för från ha har i jag kan man med men mer måste ni när och om på ska skulle som så till under ut var vara vi vid är',
  en: 'a all an and are as at be been by can could for from has have in into is it its may more must of on or our shall should that the their there they this to was we were will with would',
  es: 'a al con cuando de del debe deben debemos debería deberían e el ella ellas ellos en es esta este ha hay la las lo los más nos o para pero por puede pueden que se ser si sin son su sus un una unas unos y',
}
const smallWords = Object.fromEntries(
  Object.entries(small).map(([language, words]) => [language, new Set(words.split(' '))]),
) as Record<Language, Set<string>>

const denials: Record<Language, RegExp> = {
  sv: /^(inte|ej|aldrig|ingen|inget|inga|utan|sluta|slopa|varken)$/,
  en: /^(not|no|never|none|nobody|nothing|without|stop|cannot|neither|nor|\w+n['’]t)$/,
  es: /^(no|nunca|jamás|ningún|ninguna|ninguno|nadie|nada|sin|tampoco)$/,
}

/**
 * How alike two statements are, in the language in which they are most alike. A word is cut into pieces of three letters, so that
 * "cykelvägar" and "cykelväg" share most of theirs; the measure is twice the shared pieces over all pieces (Dice).
 */
export function likenessOf(one: readonly Wording[], other: readonly Wording[]): Likeness | null {
  const pairs = one.flatMap((a) =>
    other.filter((b) => a.language === b.language).map((b) => pairOf(a.language, a.text, b.text)),
  )
  const best = pairs.toSorted((a, b) => b.part - a.part)[0]
  if (!best || best.part < alikeMin) return null
  if (best.isDenied) return { kind: 'opposite', part: best.part }
  return { kind: best.part >= sameMin ? 'same' : 'alike', part: best.part }
}

function pairOf(language: Language, one: string, other: string): { part: number; isDenied: boolean } {
  const denied = (text: string): boolean => wordsOf(text).some((word) => denials[language].test(word))
  const [a, b] = [piecesOf(weightyWordsOf(language, one)), piecesOf(weightyWordsOf(language, other))]
  return { part: dice(a, b), isDenied: denied(one) !== denied(other) }
}

/** The words of a text that say something. */
export const weightyWordsOf = (language: Language, text: string): string[] =>
  wordsOf(text).filter((word) => !smallWords[language].has(word) && !denials[language].test(word))

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}'’]+/gu) ?? []

/** The pieces of three letters that words are made of. */
const piecesOf = (words: readonly string[]): Set<string> =>
  new Set(
    words.flatMap((word) => {
      const whole = ` ${word} `
      return Array.from({ length: word.length }, (_, at) => whole.slice(at, at + 3))
    }),
  )

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  const shared = [...one].filter((piece) => other.has(piece)).length
  return (2 * shared) / (one.size + other.size)
}

export interface Double extends Likeness {
  id: string
}

/** Which earlier statements a new one may repeat, the likest first; at most five, since somebody reads them. */
export function doublesOf(
  wording: readonly Wording[],
  earlier: readonly { id: string; wording: readonly Wording[] }[],
): Double[] {
  return earlier
    .flatMap(({ id, wording: other }) => {
      const likeness = likenessOf(wording, other)
      return likeness ? [{ id, ...likeness }] : []
    })
    .sort((a, b) => b.part - a.part)
    .slice(0, 5)
}
