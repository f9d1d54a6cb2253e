export type HeldFor = 'personal-number' | 'harsh-words'

// Ten or twelve digits as people write them: with a dash, a plus for those over a hundred, spaces, or nothing between.
const likeNumber = /(?<!\d)(?:(?:19|20)[ .]?)?(\d{2}) ?(\d{2}) ?(\d{2}) ?[-–+ ]? ?(\d{3}) ?(\d)(?!\d)/g

/**
 * Whether six and four digits can be a Swedish personal number: a day that exists, also as a coordination number
 * (sixty more), and the last digit as the others say (Luhn).
 */
function isPersonalNumber(year: string, month: string, day: string, last: string): boolean {
  const [m, d] = [Number(month), Number(day)]
  const isDay = (d >= 1 && d <= 31) || (d >= 61 && d <= 91)
  if (m < 1 || m > 12 || !isDay) return false
  const digits = Array.from(year + month + day + last, Number)
  const sum = digits.reduce((all, digit, index) => {
    const weighed = index % 2 === 0 ? digit * 2 : digit
    return all + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}

/** The text with dots where personal numbers stood, and how many there were. */
export function withoutPersonalNumbers(text: string): { text: string; found: number } {
  let found = 0
  const masked = text.replaceAll(
    likeNumber,
    (whole: string, ...[year = '', month = '', day = '', three = '', last = '']: string[]) => {
      if (!isPersonalNumber(year, month, day, three + last)) return whole
      found += 1
      return '••••••-••••'
    },
  )
  return { text: masked, found }
}

/**
 * Words that somebody reads closely before anything else happens: threats and insults, in three languages. The list
 * decides nothing; it only says why reading takes a little longer.
 */
const harsh = new RegExp(
  '(?<!\\p{L})(?:' +
    [
      // Threats.
      '(?:jag|vi) (?:ska|skall|kommer att) (?:döda|skada|slå|hitta|spränga|bränna|skjuta)\\p{L}*',
      '(?:du|ni|de) (?:ska|skall|kommer att|borde) (?:dö|skjutas|hängas|dödas)',
      '(?:vet|veta) var (?:du|ni) bor',
      "(?:i|we)(?: wi|')ll (?:kill|hurt|find|burn|shoot) \\p{L}+",
      'you (?:will|should|deserve to) die',
      '(?:te|os|les) (?:voy|vamos) a (?:matar|pegar|quemar|encontrar)',
      '(?:mereces|merecen|deberían) morir',
      // Insults.
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
  return harsh.test(text) ? 'harsh-words' : null
}
