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

/** "Only what the giver agreed to publish": whether the gift stands in a list, and whether with a name. */
export const shownAs = (publish: Publish): { inList: boolean; withName: boolean } => ({
  inList: publish !== 'sums',
  withName: publish === 'named',
})
