import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { addPerson, personWithEmail } from './people.sql.ts'
import type { Writes } from './tables.ts'

export interface Someone {
  name: string
  email: string
  language: Language
}

/** A person by their address. A known one keeps the name and language that they have here. */
export async function knownOrNew(tx: Writes, { email, name, language }: Someone, now: Instant) {
  const known = await personWithEmail(tx, email)
  if (known) return known
  await addPerson(tx, { id: newId(), email, name, language, created_at: now })
  // Read back, since somebody else may have added the same address in the same moment.
  return found(await personWithEmail(tx, email), 'person')
}
