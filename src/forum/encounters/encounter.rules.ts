/** So long it is remembered that two people sat at one table: about as long as the same people come to forums. */
export const encountersKeptYears = 3

// What the door still has to put right is put right by then.
export const addedAfterDays = 2

interface Seat {
  round: number
  tableId: string
  /** The checksum of an address; null for whoever has none, or wants nothing remembered. */
  who: string | null
}

export interface Met {
  one: string
  other: string
  times: number
}

/**
 * Who sat with whom, once for each round that they shared a table in. Two seats of one address are one person, who does
 * not meet themselves.
 */
export function pairsMet(seats: readonly Seat[]): Met[] {
  const times = new Map<string, Met>()
  const tables = Map.groupBy(seats, ({ round, tableId }) => `${round} ${tableId}`)
  for (const seated of tables.values()) {
    const here = [...new Set(seated.flatMap(({ who }) => who ?? []))].sort()
    for (const [index, one] of here.entries())
      for (const other of here.slice(index + 1)) {
        const met = times.get(`${one} ${other}`) ?? { one, other, times: 0 }
        met.times += 1
        times.set(`${one} ${other}`, met)
      }
  }
  return [...times.values()]
}
