import { type Kind, kinds, type Side, sides } from './entry.rules.ts'

/** What somebody looks for in the list. */
export interface Wanted {
  words: string
  side: Side | ''
  kind: Kind | ''
  theme: string
  place: string
}

const wordsMax = 100

const short = (text: string | undefined): string => (text ?? '').trim().slice(0, wordsMax)

/** What an address asks for; what it cannot mean is left out. */
export function wantedFrom(asked: (name: string) => string | undefined): Wanted {
  const side = sides.find((one) => one === asked('side')) ?? ''
  const kind = kinds.find((one) => one === asked('kind')) ?? ''
  const place = short(asked('place')).replaceAll(/[|%_\\]/g, ' ')
  return { words: short(asked('q')), side, kind, theme: short(asked('theme')), place }
}
