/** Whoever voted on so many statements, or on all of them, is placed in a group. */
const votesMin = 7
/** Until so many do, those who voted most are placed as well. */
const peopleMin = 15

/** The rows of those who are placed in groups, from how many votes each gave. */
export function whoCounts(votes: ArrayLike<number>, statements: number): number[] {
  const least = Math.min(votesMin, statements)
  const rows = Array.from(votes, (count, row) => ({ count, row }))
  const enough = rows.filter(({ count }) => count >= least)
  if (enough.length >= peopleMin) return enough.map(({ row }) => row)
  const busiest = rows.toSorted((a, b) => b.count - a.count || a.row - b.row)
  return busiest
    .slice(0, peopleMin)
    .map(({ row }) => row)
    .sort((a, b) => a - b)
}
