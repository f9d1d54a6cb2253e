export type NumberRefusal = 'not-ten-digits' | 'personal-number' | 'check-digit'

/** The ten digits of an organisation number, however it is written: "802456-1234", "16 8024561234". */
export const digitsOf = (written: string): string =>
  written.replaceAll(/[\s–-]/g, '').replace(/^16(?=\d{10}$)/, '')

const weighed = (digit: number, index: number): number => {
  const twice = index % 2 === 0 ? digit * 2 : digit
  return twice > 9 ? twice - 9 : twice
}

/**
 * Why ten digits are no organisation number. A sole trader's number is a personal number (its third and fourth digit
 * are a month), and those are not kept in a directory that everybody reads.
 */
export function refusalOfNumber(written: string): NumberRefusal | null {
  const digits = digitsOf(written)
  if (/^(19|20)\d{10}$/.test(digits)) return 'personal-number'
  if (!/^\d{10}$/.test(digits)) return 'not-ten-digits'
  if (Number(digits.charAt(2)) < 2) return 'personal-number'
  const sum = Array.from(digits, Number).reduce((all, digit, index) => all + weighed(digit, index), 0)
  return sum % 10 === 0 ? null : 'check-digit'
}

/** As it is written in Sweden: "802456-1234". */
export const numberInWords = (digits: string): string => `${digits.slice(0, 6)}-${digits.slice(6)}`
