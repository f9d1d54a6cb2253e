import type { Instant } from '#platform/time.ts'
import type { After } from './events.sql.ts'

/** So many events are shown on one page of a list. */
export const pageLength = 50

/** So many events of a year at most: more could not be told apart in a picture. */
export const ofYearMax = 300

/** Where the next page begins, as it stands in an address: '2026-12-03T11:00:00.000Z_0192…'. */
export const asCursor = ({ starts_at, id }: { starts_at: Instant; id: string }): string =>
  `${starts_at}_${id}`

/** Reads it again; an address that somebody has changed leads to the first page. */
export function readCursor(text: string | undefined): After | null {
  const [, starts_at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([\w-]{1,40})$/.exec(text ?? '') ?? []
  return starts_at && id && !Number.isNaN(Date.parse(starts_at)) ? { starts_at, id } : null
}

/** The rows of one page, and where the next begins, out of one row more than a page holds. */
export function pageOf<T extends { starts_at: Instant; id: string }>(
  rows: readonly T[],
): { rows: T[]; next: string | null } {
  const last = rows[pageLength - 1]
  return { rows: rows.slice(0, pageLength), next: rows.length > pageLength && last ? asCursor(last) : null }
}
