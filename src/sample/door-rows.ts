import { plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Year } from './year.ts'

const tables = 5

/** Tables for everybody with a seat, and a link for somebody who helps at the door. */
export function prepareDoor(year: Year, { row, by }: Held): void {
  const seats = year.rows.sign_up.filter(({ event_id, state }) => event_id === row.id && state === 'seat')
  for (const [index, { id }] of seats.entries())
    year.rows.table_number.push({ sign_up_id: id, label: String((index % tables) + 1) })
  const created_at = plus(year.now, { hours: -5 })
  year.rows.steward_link.push({
    ...{ id: year.id(created_at), event_id: row.id, label: 'Ingång B', made_by: by, created_at },
    // No link has this hash: nobody stands at a door by a link that everybody who reads this could make.
    token_hash: `sample ${row.id}`,
    ...{ may_write_up: 1, until: plus(row.ends_at, { days: 1 }), ended_at: null },
  })
}
