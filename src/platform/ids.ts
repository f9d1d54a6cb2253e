import { createHash, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** A UUID of version 7: sorts by the time it was made. */
export const newId = (): string => v7()

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'

/**
 * A secret for a mailed link: 40 characters, some 233 bits. Letters and digits only, so that no mail program cuts
 * the link short, and none that are easily taken for each other.
 */
export const newToken = (): string =>
  Array.from({ length: 40 }, () => letters[randomInt(letters.length)]).join('')

/** What is stored instead of the secret. The secret is long and random, so a plain hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
