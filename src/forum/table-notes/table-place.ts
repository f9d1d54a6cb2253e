import type { Visit } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import type { Reads } from '../tables.ts'
import type { LinkState } from './device.ts'
import type { Writer } from './keep-edits.ts'
import { type TableBehindLink, tableOfLink } from './links.sql.ts'
import { linkState } from './times.rules.ts'

/** A table as whoever holds its link sees it. */
export interface TablePlace {
  link: TableBehindLink
  state: LinkState
  writer: Writer
  /** Its address, without the language. */
  base: string
}

/** The table behind a link; null when there never was such a link. */
export async function tablePlace(
  db: Reads,
  token: string,
  { now }: Pick<Visit, 'now'>,
): Promise<TablePlace | null> {
  const link = await tableOfLink(db, hashOf(token))
  if (!link) return null
  const state = linkState(link, link, now)
  const writer = { link: link.link_id, person: null, eventId: link.event_id, tableId: link.table_id, state }
  return { link, state, writer, base: `/table/${token}` }
}
