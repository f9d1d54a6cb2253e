import { hashOf } from '#platform/ids.ts'
import type { Limit } from '#platform/limits.ts'
import { signUpsPerAddress } from './sign-up.rules.ts'

// Enough of the hash to tell all addresses apart: what is shorter is on fewer pages of the disk.
const hashLength = 24

/** How often an address may be signed up, whichever way. */
export const limitOfAddress = (email: string): Limit => ({
  key: `sign-up:address:${hashOf(email).slice(0, hashLength)}`,
  ...signUpsPerAddress,
})
