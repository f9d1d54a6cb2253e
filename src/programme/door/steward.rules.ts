export type StewardRefusal = 'made-already' | 'over-already' | 'too-long'

// A door is used from the day before until three days after; somebody may be late with what a device still holds.
const daysAfterMax = 7

/** Why a link to the door cannot last until then, or null. */
export function refusalOfSteward(
  event: { ends_at: string },
  until: string,
  now: string,
): StewardRefusal | null {
  if (until <= now) return 'over-already'
  const latest = Date.parse(event.ends_at) + daysAfterMax * 86_400_000
  return Date.parse(until) > latest ? 'too-long' : null
}
