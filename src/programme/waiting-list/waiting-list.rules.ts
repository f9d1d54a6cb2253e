export type MoveRefusal = 'not-waiting' | 'same-place'

/** Why somebody cannot be moved on a waiting list, or null: only those move who wait, and to another place. */
export function refusalToMove(
  line: readonly { id: string }[],
  signUp: string,
  before: string | null,
): MoveRefusal | null {
  const from = line.findIndex(({ id }) => id === signUp)
  const to = before === null ? line.length : line.findIndex(({ id }) => id === before)
  if (from < 0 || to < 0) return 'not-waiting'
  return to === from || to === from + 1 ? 'same-place' : null
}

// As fits on a page of a mail.
export const messageMax = 2000
