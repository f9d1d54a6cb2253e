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
