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
