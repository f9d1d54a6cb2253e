import { type Line, lines } from './course.rules.ts'
import { halfOf } from './selection.rules.ts'

interface Member {
  line: Line
  organisation: string | null
}
export interface Substitute extends Member {
  id: string
  /** On the list of their side, counted from one. */
  place: number
}

interface Terms {
  places: number
  organisationMax: number
}

/**
 * Who is asked when a place falls free, or null. The side that has fewer than its half comes first, so that the group
 * stays as it was meant; then the others. On a list the first is asked whose organization has not its share already.
 */
export function nextSubstitute(
  waiting: readonly Substitute[],
  group: readonly Member[],
  { places, organisationMax }: Terms,
): Substitute | null {
  const count = (line: Line): number => group.filter((one) => one.line === line).length
  const missing = (line: Line): number => (line === 'others' ? 0 : Math.max(0, halfOf(places) - count(line)))
  const inTurn = lines.toSorted((a, b) => missing(b) - missing(a))
  for (const line of inTurn) {
    const [next] = waiting
      .filter((one) => one.line === line && hasRoom(one))
      .toSorted((a, b) => a.place - b.place)
    if (next) return next
  }
  return null

  function hasRoom({ organisation }: Substitute): boolean {
    return (
      organisation === null ||
      group.filter((one) => one.organisation === organisation).length < organisationMax
    )
  }
}
