import { json } from '#platform/db.ts'
import { hashOf } from '#platform/ids.ts'

/** Rows as somebody opened them in a form, as a short text that goes along with it. */
export const openedAs = (rows: unknown): string => hashOf(json(rows))

export type ChangeRefusal = 'changed-meanwhile'

/** Of two who edit at once, the second is told before anything of the first one's is replaced. */
export const refusalToChange = (seen: string, rows: unknown): ChangeRefusal | null =>
  seen === openedAs(rows) ? null : 'changed-meanwhile'
