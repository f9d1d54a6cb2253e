import type { Reads } from './tables.ts'
import type { PointKind } from './thread.rules.ts'

export type Side = 'from' | 'to'

/** A kind of tie between one thing and the next. */
export interface Join {
  from: PointKind
  to: PointKind
  /** What is joined to these ids, which stand on that side. */
  pairs: (db: Reads, side: Side, ids: readonly string[]) => Promise<{ from: string; to: string }[]>
}
