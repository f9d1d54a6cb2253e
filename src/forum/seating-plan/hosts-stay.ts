import type { Schedule } from '../seating/problem.ts'
import type { Writes } from '../tables.ts'
import type { Forum } from './load-forum.ts'

/**
 * Hosts and note takers whose table the proposal chose keep it from then on: otherwise one of them giving up would send
 * all the others to other tables.
 */
export async function hostsStay(tx: Writes, { people, tables }: Forum, schedule: Schedule): Promise<void> {
  for (const { id, part, fixed_table } of people) {
    if ((part !== 'host' && part !== 'note-taker') || fixed_table !== null) continue
    const places = new Set(schedule.map((round) => round.findIndex((ids) => ids.includes(id))))
    places.delete(-1)
    const [place, ...others] = places
    const table = place === undefined || others.length > 0 ? undefined : tables[place]
    if (!table) continue
    const home = { fixed_table: table.id }
    await tx.updateTable('seated_person').set(home).where('sign_up_id', '=', id).execute()
  }
}
