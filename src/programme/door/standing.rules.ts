/** Something that was done at the door about one person, as a device or a form sent it. */
export interface Scan {
  nonce: string
  kind: 'in' | 'undo' | 'walk-in'
  device: string
  /** When it happened. */
  at: string
  /** In what order it arrived at the event. */
  arrival: number
  /** The latest arrival that the sender of an undo had heard of. */
  knew: number
}

export interface Standing<Kind extends Scan = Scan> {
  /** Since when the person is in; null when they are not. */
  since: string | null
  /** Every time that they were let in and nobody took it back, the earliest first: more than one is a double. */
  letIn: Kind[]
}

/**
 * An undo takes back what its sender could have seen: what the same device did before, and what it had heard of the
 * others. Whoever was let in by somebody else meanwhile stays in.
 */
const takesBack = (undo: Scan, scan: Scan): boolean =>
  scan.arrival <= undo.knew || (scan.device === undo.device && scan.at <= undo.at)

/**
 * Where one person stands, from everything that was done about them. It depends on what happened and when, and not on
 * the order in which devices that were offline came to tell; the earliest check-in is the one that counts.
 */
export function standingOf<Kind extends Scan>(scans: readonly Kind[]): Standing<Kind> {
  const undone = scans.filter(({ kind }) => kind === 'undo')
  const letIn = scans
    .filter((scan) => scan.kind !== 'undo' && !undone.some((undo) => takesBack(undo, scan)))
    .toSorted((one, other) => one.at.localeCompare(other.at) || one.nonce.localeCompare(other.nonce))
  return { since: letIn[0]?.at ?? null, letIn }
}
