import { inLanguage, type Language, type Texts } from '#platform/language.ts'

// Signs after z in every computer's order, for letters that a language sorts after z or right after another.
const lastLetters: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  sv: [
    [/å/g, '{1'],
    [/[äæ]/g, '{2'],
    [/[öø]/g, '{3'],
  ],
  en: [],
  es: [[/ñ/g, 'n{']],
}

/** A name as a language sorts it, so that the database can: in Swedish Å stands after Z, in Spanish Ñ after N. */
export function sortKey(name: string, language: Language): string {
  let key = name.normalize('NFC').toLowerCase()
  for (const [letter, sign] of lastLetters[language]) key = key.replaceAll(letter, sign)
  return key
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{N}{]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** The name in each language, or the one there is, as that language sorts it. */
export const sortKeys = (name: Texts) => ({
  sort_sv: sortKey(inLanguage(name, 'sv'), 'sv'),
  sort_en: sortKey(inLanguage(name, 'en'), 'en'),
  sort_es: sortKey(inLanguage(name, 'es'), 'es'),
})
