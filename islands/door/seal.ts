/*
 * A list that a device keeps must be forgotten at its time, also by a device that nobody opens again. No store of a
 * browser ends by itself, but a cookie does: the list is kept sealed, and the key in a cookie that ends when the list is
 * to be forgotten. It is set here and for this door's address alone; what it seals is known to the server anyway.
 */
const name = 'door-key'

/** What is kept: bytes that say nothing without the key. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

const algorithm = 'AES-GCM'

/** Seals something until a moment; null when this browser keeps no cookies, or that moment is over. */
export async function seal(what: unknown, until: string): Promise<Sealed | null> {
  const key = await keyNow(until)
  if (!key) return null
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(what))
  return { iv, bytes: await crypto.subtle.encrypt({ name: algorithm, iv }, key, plain) }
}

/** Opens it again; null once the key is gone. */
export async function unseal(sealed: Partial<Sealed>): Promise<unknown> {
  const key = await keyNow(null)
  if (!key || !sealed.iv || !sealed.bytes) return null
  try {
    const plain = await crypto.subtle.decrypt({ name: algorithm, iv: sealed.iv }, key, sealed.bytes)
    return JSON.parse(new TextDecoder().decode(plain)) as unknown
  } catch {
    // Sealed with an earlier key, which is gone.
    return null
  }
}

/** The key in the cookie; a new one that ends in time when there is none. */
async function keyNow(until: string | null): Promise<CryptoKey | null> {
  if (until !== null && cookie() === null) make(until)
  const hex = cookie()
  if (hex === null) return null
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (one) => Number.parseInt(one, 16))
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt'])
}

const cookie = (): string | null =>
  new RegExp(`(?:^|; )${name}=([0-9a-f]{64})(?:;|$)`).exec(document.cookie)?.[1] ?? null

function make(until: string): void {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  const secure = location.protocol === 'https:' ? '; secure' : ''
  const ends = new Date(until).toUTCString()
  // oxlint-disable-next-line unicorn/no-document-cookie
  document.cookie = `${name}=${hex.join('')}; path=${location.pathname}; expires=${ends}; samesite=strict${secure}`
}
