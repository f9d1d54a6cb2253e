import { hashOf, newToken } from '#platform/ids.ts'
import type { Capacity, Reads, Writes } from '../tables.ts'
import { capacityWithoutName } from './evaluation.rules.ts'
import { addAnswerLink, presentAt } from './evaluations.sql.ts'

/** A link to answer with, once; nothing that is stored says to whom it goes. */
export async function makeAnswerLink(
  tx: Writes,
  link: Omit<Parameters<typeof addAnswerLink>[1], 'tokenHash'>,
): Promise<string> {
  const token = newToken()
  await addAnswerLink(tx, { ...link, tokenHash: hashOf(token) })
  return token
}

/** What the form behind a mailed link has filled in: what its receiver takes part as, where that points at nobody. */
export const capacityToAsk = async (
  tx: Reads,
  eventId: string,
  capacity: Capacity,
): Promise<Capacity | null> => capacityWithoutName(capacity, await presentAt(tx, eventId))
