import type { Instant } from '#platform/time.ts'
import type { After } from './announcements.sql.ts'

/** So many announcements are shown on one page. */
export const pageLength = 12

/** Where the next page begins, as it stands in an address. */
const asCursor = ({ published_at, id }: After): string => `${published_at}_${id}`

/** Reads it again; an address that somebody has changed leads to the first page. */
export function readCursor(text: string | undefined): After | null {
  const [, published_at, id] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([\w-]{1,40})$/.exec(text ?? '') ?? []
  return published_at && id && !Number.isNaN(Date.parse(published_at)) ? { published_at, id } : null
}

/** The rows of one page, and where the next begins, out of one row more than a page holds. */
export function pageOf<T extends { published_at: Instant; id: string }>(rows: readonly T[]) {
  const last = rows[pageLength - 1]
  return { rows: rows.slice(0, pageLength), next: rows.length > pageLength && last ? asCursor(last) : null }
}
