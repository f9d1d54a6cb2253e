import { addPerson, personWithEmail } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Tx } from '../tables.ts'

interface Someone {
  email: string
  name: string
  language: Language
}

/** A person by an address that was shown to be theirs. A known one keeps the name and language that they have. */
export async function knownOrNew(tx: Tx, { email, name, language }: Someone, now: Instant) {
  await addPerson(tx, { id: newId(), email, name, language, created_at: now })
  return found(await personWithEmail(tx, email), 'person')
}
