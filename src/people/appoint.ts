import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addCoordinator } from './coordinators.sql.ts'
import { knownOrNew, type Someone } from './someone.ts'
import type { Writes } from './tables.ts'

interface Appointment {
  partyId: string
  /** Who names them; null on the first day, when there is nobody yet. */
  by: string | null
  /** Whether the party has somebody who speaks for it already, and so names its coordinators itself. */
  byOwn: boolean
  now: Instant
}

/** Makes a person, known or new, coordinator from now on; null when they coordinate already. */
export async function appoint(tx: Writes, someone: Someone, { partyId, by, byOwn, now }: Appointment) {
  const person = await knownOrNew(tx, someone, now)
  const row = {
    ...{ id: newId(), person_id: person.id, party_id: partyId },
    ...{ named_by: byOwn ? by : null, since: now },
  }
  if (!(await addCoordinator(tx, row))) return null
  const detail = { party: partyId }
  await record(tx, { what: 'coordinator-appointed', by, about: person.id, at: now, detail })
  return person
}
