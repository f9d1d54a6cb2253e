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

/** The plan that is in force, or else the one that was so last: of all that have begun, the one that began last. */
export const latestBegun = <P extends Period>(plans: readonly P[], today: string): P | undefined =>
  plans.filter((plan) => plan.starts_on <= today).sort((a, b) => b.starts_on.localeCompare(a.starts_on))[0]
