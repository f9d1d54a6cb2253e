export type MoveRefusal =
  | 'changed-meanwhile'
  | 'not-there'
  | 'seat-locked'
  | 'table-full'
  | 'same-table'
  | 'breaks-rules'

interface Move {
  seen: number
  version: number
  /** Whoever moves, and whom they change places with, are to be there in that round. */
  areThere: boolean
  isLocked: boolean
  from: number
  to: number
  overfull: number
  /** Rules that would be broken. */
  broken: number
  /** The organiser knows better. */
  anyway: boolean
}

/** Nobody overwrites what they have not seen; and what breaks a rule is saved only by somebody who says so. */
export function refusalToMove(move: Move): MoveRefusal | null {
  if (move.seen !== move.version) return 'changed-meanwhile'
  if (!move.areThere) return 'not-there'
  if (move.isLocked) return 'seat-locked'
  if (move.from === move.to) return 'same-table'
  if (move.overfull > 0) return 'table-full'
  return move.broken > 0 && !move.anyway ? 'breaks-rules' : null
}
