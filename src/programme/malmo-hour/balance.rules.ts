/** A slot of an hour that was held. */
export interface HeldSlot {
  year: string
  side: string | null
  isTaken: boolean
  passedBy: readonly string[]
}

export interface YearOfSide {
  side: string
  /** Presentations that were held. */
  presented: number
  /** Turns that were let pass. */
  passed: number
  /** Slots that stood empty: the turn was used up all the same. */
  empty: number
}

export interface BalanceYear {
  year: string
  sides: readonly YearOfSide[]
}

/** How often each side presented, year by year, the first year first. */
export function balanceOver(sides: readonly string[], slots: readonly HeldSlot[]): BalanceYear[] {
  const years = [...new Set(slots.map(({ year }) => year))].sort()
  return years.map((year) => {
    const inYear = slots.filter((slot) => slot.year === year)
    return { year, sides: sides.map((side) => yearOfSide(side, inYear)) }
  })
}

const yearOfSide = (side: string, slots: readonly HeldSlot[]): YearOfSide => {
  const own = slots.filter((slot) => slot.side === side)
  return {
    side,
    presented: own.filter(({ isTaken }) => isTaken).length,
    passed: slots.flatMap(({ passedBy }) => passedBy).filter((one) => one === side).length,
    empty: own.filter(({ isTaken }) => !isTaken).length,
  }
}
