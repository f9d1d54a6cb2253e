import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { threatens } from '#platform/threats.rules.ts'

export type HeldFor = 'personal-number' | 'harsh-words'

/**
 * Insults, at which somebody reads closely before anything else happens, in three languages. The list decides nothing; it only
 * says why reading takes a little longer.
 */
const harsh = new RegExp(
  '(?<!\\p{L})(?:' +
    [
      '(?:jävla|satans|helvetes) \\p{L}+',
      'idiot(?:er|erna|en|s|as?)?',
      'hor(?:a|or|an|unge|ungar)|fitt(?:a|or)|bög(?:jävel|jävlar)|as(?:hål|holes?)|kuk(?:huvud|huvuden)?',
      'svin(?:en|et)?|äckel|pack(?:et)?|avskum',
      '(?:fucking|stupid|bloody) \\p{L}+|bastards?|scum|morons?|retards?',
      '(?:hijos?|hijas?) de puta|put[ao]s?|gilipollas|imb[eé]cil(?:es)?|cabr[oó]n(?:es)?|mierda',
    ].join('|') +
    ')(?!\\p{L})',
  'iu',
)

/** Why a text is read before anything else; the number first, since it concerns a person. */
export function heldFor(...texts: readonly (string | null)[]): HeldFor | null {
  const text = texts.filter(Boolean).join('\n').normalize('NFC')
  if (withoutPersonalNumbers(text).found > 0) return 'personal-number'
  return threatens(text) || harsh.test(text) ? 'harsh-words' : null
}
