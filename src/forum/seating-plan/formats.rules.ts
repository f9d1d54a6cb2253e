import type { ForumFormat } from './tables.ts'

/** In a fishbowl and a panel everybody sits in one room and listens. */
export const hasTables = (format: ForumFormat): boolean => format !== 'fishbowl' && format !== 'panel'

export type FormatRefusal = 'one-room' | 'host-at-each-table'

interface Hosted {
  format: ForumFormat
  tables: number
  hosts: number
}

/**
 * "In a world café a host stays at each table and tells the next group what was said": without one there is nobody who
 * could. Where all are in one room nobody is given a seat.
 */
export function refusalOfFormat({ format, tables, hosts }: Hosted): FormatRefusal | null {
  if (!hasTables(format)) return 'one-room'
  return format === 'world-cafe' && hosts < tables ? 'host-at-each-table' : null
}

/** "Whoever sits in a room online gets there by its link": no seat is shown that leads nowhere. */
export const refusalToShow = (
  format: ForumFormat,
  tables: readonly { online_url: string | null }[],
): 'link-at-each-table' | null =>
  format === 'online' && tables.some(({ online_url }) => online_url === null) ? 'link-at-each-table' : null
