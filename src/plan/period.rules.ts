interface Period {
  starts_on: string
  ends_on: string
}

/** earlier: over. current: in force. next: not begun. All by the date where people live. */
export type Phase = 'earlier' | 'current' | 'next'

export function phaseOf({ starts_on, ends_on }: Period, today: string): Phase {
  if (ends_on < today) return 'earlier'
  return starts_on > today ? 'next' : 'current'
}

/** One in the making is in force on no day, whatever its days are. */
export const isAdopted = ({ adopted_on }: { adopted_on: string | null }): boolean => adopted_on !== null

/** The plan in force, or else the one that was so last: of all that were adopted and have begun, the one that began last. */
export const latestBegun = <P extends Period & { adopted_on: string | null }>(
  plans: readonly P[],
  today: string,
): P | undefined =>
  plans
    .filter((plan) => plan.adopted_on !== null && plan.starts_on <= today)
    .sort((a, b) => b.starts_on.localeCompare(a.starts_on))[0]

export const endsAfterItBegins = ({ starts_on, ends_on }: Period): boolean => ends_on > starts_on

/** A plan's place in addresses: its years, or its days when a plan of the same years is there already. */
export function slugOf({ starts_on, ends_on }: Period, taken: readonly string[]): string {
  const years = `${starts_on.slice(0, 4)}-${ends_on.slice(0, 4)}`
  return taken.includes(years) ? `${starts_on}-${ends_on}` : years
}
