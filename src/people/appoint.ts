import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addCoordinator } from './coordinators.sql.ts'
import { knownOrNew, type Someone } from './someone.ts'
import type { Writes } from './tables.ts'

interface Appointment {
  partyId: string
  /** The coordinator who names them; null on the first day, when there is none yet. */
  by: string | null
  now: Instant
}

/** Makes a person, known or new, coordinator from now on; null when they coordinate already. */
export async function appoint(tx: Writes, someone: Someone, { partyId, by, now }: Appointment) {
  const person = await knownOrNew(tx, someone, now)
  const row = { id: newId(), person_id: person.id, party_id: partyId, since: now }
  if (!(await addCoordinator(tx, row))) return null
  const detail = { party: partyId }
  await record(tx, { what: 'coordinator-appointed', by, about: person.id, at: now, detail })
  return person
}
