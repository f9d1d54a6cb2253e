/** One chance in ten to be wrong, on one side. */
export const z90 = 1.2816

/** A share of votes as it is believed: one vote more on either side, so that one of one is not all. */
export const shareOf = (count: number, votes: number): number => (count + 1) / (votes + 2)

/** How clearly a share lies above a half, as a number of standard deviations. */
export const aboveHalf = (count: number, votes: number): number =>
  2 * Math.sqrt(votes + 1) * ((count + 1) / (votes + 1) - 0.5)

/** How clearly one share lies above another. */
export function aboveOther(count: number, votes: number, otherCount: number, otherVotes: number): number {
  const [one, other] = [(count + 1) / (votes + 1), (otherCount + 1) / (otherVotes + 1)]
  const both = (count + otherCount + 2) / (votes + otherVotes + 2)
  if (both === 1) return 0
  return (one - other) / Math.sqrt(both * (1 - both) * (1 / (votes + 1) + 1 / (otherVotes + 1)))
}

/** The lower end of where a share may lie, by Wilson: few votes give a low bound. */
export function atLeast(count: number, votes: number, z: number = z90): number {
  if (votes === 0) return 0
  const share = count / votes
  const middle = share + z ** 2 / (2 * votes)
  const half = z * Math.sqrt((share * (1 - share)) / votes + z ** 2 / (4 * votes ** 2))
  return Math.max(0, (middle - half) / (1 + z ** 2 / votes))
}
