/** A column that points at an organisation, and what happens with its rows when a double becomes another. */
export interface Pointer {
  table: string
  column: string
  /** Other columns that may hold the same organisation once only. */
  once?: readonly string[]
  /** Only rows where this column is empty count as the same. */
  while?: string
  /** Where both are there already: the double's row goes, is let go of, or is ended, with what else is then said of it. */
  both?: 'drop' | 'let-go' | { ended: Readonly<Record<string, string>> }
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
