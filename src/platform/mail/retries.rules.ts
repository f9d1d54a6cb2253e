/** Seconds to wait after the 1st, 2nd, … failed attempt: soon at first, then every two hours. */
const delays = [10, 30, 60, 300, 900, 1800, 3600] as const
const longestDelay = 7200

/** With the delays above, the last attempt is some 27 hours after the first: a server may be down for a day. */
const attemptsMax = 20

/** Seconds until the next attempt, or null when it is time to give up and tell the coordinators. */
export function delayAfter(attempts: number, isPermanent: boolean): number | null {
  if (isPermanent || attempts >= attemptsMax) return null
  return delays[attempts - 1] ?? longestDelay
}

/** So often a mail may be sent without anybody knowing whether it arrived: once, and once more. */
export const unsureMax = 2

// The server is up again by then, or somebody has seen to it.
const unsureDelay = 900

/** The same for a mail that may have arrived: once more, since a double is better than none; then it is given up. */
export const delayWhenUnsure = (unsure: number): number | null => (unsure < unsureMax ? unsureDelay : null)
