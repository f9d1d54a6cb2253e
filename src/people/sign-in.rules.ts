/** A mailed link opens the door once, and for a quarter of an hour. */
export const linkMinutes = 15

/** A session ends after this long without a visit. */
export const sessionDays = 30

/** So that a mailbox is not flooded, and the wide one so that a conference room of people can sign in at once. */
export const linksPerAddress = { max: 5, windowSeconds: 15 * 60 }
export const linksPerNetwork = { max: 120, windowSeconds: 15 * 60 }

export type SignInRefusal = 'link-unknown' | 'link-used' | 'link-too-old'

interface Link {
  used_at: string | null
  expires_at: string
}

/** Why a mailed link does not open the door, or null when it does. */
export function refusalToSignIn(link: Link | undefined, now: string): SignInRefusal | null {
  if (!link) return 'link-unknown'
  if (link.used_at) return 'link-used'
  return link.expires_at <= now ? 'link-too-old' : null
}

/**
 * Where to go after signing in: a path of this site alone. Anything that a browser could read as another site's
 * address, such as '//evil.example' or '/\evil.example', becomes the office.
 */
export function safeNext(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[\w/.~%?&=:-]*$/.test(path) ? path : '/office'
}
