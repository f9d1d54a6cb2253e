/** A column that points at an organisation, and what happens with its rows when a double becomes another. */
export interface Pointer {
  table: string
  column: string
  /** Other columns that may hold the same organisation once only. */
  once?: readonly string[]
  /** Where both are there already: the double's row goes, or is let go of. */
  both?: 'drop' | 'let-go'
  /** Never changes, or is moved by its own rule: read through the merge. */
  stays?: true
}

export type MergeRefusal = 'same' | 'merged-already' | 'in-open-change' | 'answers-open'

interface Asked {
  fromId: string
  intoId: string
  isMerged: boolean
  obstacle: Exclude<MergeRefusal, 'same' | 'merged-already'> | null
}

/** A double becomes an entry that is still there, and not while somebody is asked about what it promised. */
export function refusalToMerge({ fromId, intoId, isMerged, obstacle }: Asked): MergeRefusal | null {
  if (fromId === intoId) return 'same'
  return isMerged ? 'merged-already' : obstacle
}
