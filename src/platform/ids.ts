import { hash, randomFillSync } from 'node:crypto'
import { v4, v7 } from 'uuid'

// Asking the system for chance costs the same for many bytes as for few, so they are fetched by the page.
const chance = Buffer.alloc(4096)
let chanceUsed = chance.length

function randomBytes(count: number): Uint8Array {
  if (chanceUsed + count > chance.length) {
    randomFillSync(chance)
    chanceUsed = 0
  }
  // A copy, and what was handed out is wiped: a secret is kept nowhere else.
  const bytes = Uint8Array.prototype.slice.call(chance, chanceUsed, chanceUsed + count)
  chance.fill(0, chanceUsed, (chanceUsed += count))
  return bytes
}

let madeAt = 0
let place = 0

/** A UUID of version 7: sorts by the time it was made, also among those of one millisecond. */
export function newId(): string {
  const now = Date.now()
  const random = randomBytes(16)
  if (now > madeAt) {
    madeAt = now
    // Half of the range is left to count in, so an id can neither be guessed nor run out.
    place = new DataView(random.buffer).getUint32(0) >>> 1
  }
  return v7({ msecs: madeAt, seq: (place += 1), random })
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
const tokenLength = 40
// Bytes above are thrown away, or the first letters would be more likely than the last.
const fairBytes = 256 - (256 % letters.length)

/**
 * A secret for a mailed link: 40 characters, some 233 bits. Letters and digits only, so that no mail program cuts
 * the link short, and none that are easily taken for each other.
 */
export function newToken(): string {
  let token = ''
  while (token.length < tokenLength) {
    for (const byte of randomBytes(tokenLength - token.length))
      if (byte < fairBytes) token += letters[byte % letters.length]
  }
  return token
}

/** What is stored instead of the secret. The secret is long and random, so a plain hash is enough. */
export const hashOf = (token: string): string => hash('sha256', token, 'hex')

/** An id that says nothing of when it was made: for answers that nobody may trace by their order. */
export const newUntimedId = (): string => v4()
