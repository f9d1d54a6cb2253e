import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addCoordinator } from './coordinators.sql.ts'
import { addPerson, personWithEmail } from './people.sql.ts'
import type { Writes } from './tables.ts'

interface Someone {
  name: string
  email: string
  language: Language
}

interface Appointment {
  partyId: string
  /** The coordinator who names them; null on the first day, when there is none yet. */
  by: string | null
  now: Instant
}

/** Makes a person, known or new, coordinator from now on; null when they coordinate already. */
export async function appoint(tx: Writes, someone: Someone, { partyId, by, now }: Appointment) {
  const person = await personOf(tx, someone, now)
  const row = { id: newId(), person_id: person.id, party_id: partyId, since: now }
  if (!(await addCoordinator(tx, row))) return null
  const detail = { party: partyId }
  await record(tx, { what: 'coordinator-appointed', by, about: person.id, at: now, detail })
  return person
}

/** A known person keeps the name and language that they have here. */
async function personOf(tx: Writes, { email, name, language }: Someone, now: Instant) {
  const known = await personWithEmail(tx, email)
  if (known) return known
  await addPerson(tx, { id: newId(), email, name, language, created_at: now })
  // Read back, since somebody else may have added the same address in the same moment.
  return found(await personWithEmail(tx, email), 'person')
}
