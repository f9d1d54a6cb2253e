import { createHmac } from 'node:crypto'
import type { Reads } from '../tables.ts'
import { encounterSecret } from './encounters.sql.ts'

/**
 * What stands for an address: the same for the same address, and of no use without the secret of this installation, which
 * no export holds. A plain hash could be tried against every address that somebody knows.
 */
export const checksumOf = (email: string, secret: string): string =>
  createHmac('sha256', secret).update(email.trim().toLowerCase()).digest('hex')

/** The checksums of many addresses. */
export async function checksums(db: Reads): Promise<(email: string) => string> {
  const secret = await encounterSecret(db)
  return (email) => checksumOf(email, secret)
}
