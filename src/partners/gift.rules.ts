import { languages, type Texts } from '#platform/language.ts'
import type { Publish } from './pledge.rules.ts'

interface Gift {
  partner: string
  sek: number | null
  hours: number | null
}

/** What partners gave, all of them together; each is counted once. */
export function sumsOf(gifts: readonly Gift[]): { partners: number; sek: number; hours: number } {
  const sum = (name: 'sek' | 'hours'): number => gifts.reduce((total, one) => total + (one[name] ?? 0), 0)
  return { partners: new Set(gifts.map(({ partner }) => partner)).size, sek: sum('sek'), hours: sum('hours') }
}

/** What is written down of a gift. */
export interface GiftFacts {
  sek: number | null
  hours: number | null
  in_kind: Texts
  given_to: Texts
  given_on: string | null
  went_to: string | null
}

export type CorrectRefusal = 'year-closed' | 'corrected-meanwhile' | 'nothing-corrected'

interface Standing {
  former: GiftFacts
  /** How many corrections there were when whoever corrects looked at it, and how many there are. */
  seen: number
  corrections: number
}

/** Whether what stands can be corrected to this: never in the report of a year that has been approved. */
export function refusalToCorrect(
  { former, seen, corrections }: Standing,
  facts: GiftFacts,
  isYearClosed: boolean,
): CorrectRefusal | null {
  if (seen !== corrections) return 'corrected-meanwhile'
  if (isYearClosed) return 'year-closed'
  return isSame(former, facts) ? 'nothing-corrected' : null
}

const isSame = (one: GiftFacts, other: GiftFacts): boolean =>
  one.sek === other.sek &&
  one.hours === other.hours &&
  one.given_on === other.given_on &&
  one.went_to === other.went_to &&
  (['in_kind', 'given_to'] as const).every((name) =>
    languages.every((language) => one[name][language] === other[name][language]),
  )

/** "Only what the giver agreed to publish": whether the gift stands in a list, and whether with a name. */
export const shownAs = (publish: Publish): { inList: boolean; withName: boolean } => ({
  inList: publish !== 'sums',
  withName: publish === 'named',
})
