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
