const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * The number on a certificate: letters of a secret, in groups that can be read aloud, without those that are taken for
 * each other. Sixteen of them can't be guessed, so whoever knows one has seen the certificate.
 */
export function certificateNumber(secret: string): string {
  const signs = Array.from(secret.toUpperCase())
    .filter((sign) => letters.includes(sign))
    .slice(0, 16)
  if (signs.length < 16) throw new Error('too short a secret for a certificate')
  return (signs.join('').match(/.{4}/g) ?? []).join('-')
}

/** A number as somebody typed it, in any case and with any gaps; null for what is none. */
export function readNumber(typed: string): string | null {
  const signs = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return signs.length === 16 ? (signs.match(/.{4}/g) ?? []).join('-') : null
}

/** The two sets of letters that there are fonts of on paper; see `scripts/subset-fonts.ts`. */
export type Letters = 'latin' | 'latin-ext'

const sets: readonly (readonly [Letters, RegExp])[] = [
  ['latin', /^[\u0020-\u007e\u00a0-\u00ff–—‘’“”„•…]$/u],
  ['latin-ext', /^[\u0100-\u017f\u1e00-\u1effȘșȚț]$/u],
]
const setOf = (sign: string): Letters | null => sets.find(([, pattern]) => pattern.test(sign))?.[0] ?? null

/** Whether a name can be written on a certificate: its letters are Latin ones. */
export const canBeWritten = (name: string): boolean =>
  Array.from(name.normalize('NFC')).every((sign) => setOf(sign) !== null)

/** A text in pieces, each of one set of letters; what there is no letter for is left out. */
export function runsOf(text: string): { letters: Letters; text: string }[] {
  const runs: { letters: Letters; text: string }[] = []
  for (const sign of text.normalize('NFC')) {
    const letters = setOf(sign)
    if (letters === null) continue
    const last = runs.at(-1)
    if (last && (last.letters === letters || sign === ' ')) last.text += sign
    else runs.push({ letters, text: sign })
  }
  return runs
}
