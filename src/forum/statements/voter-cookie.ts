import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Filled } from '#platform/form.ts'
import type { VisitEnv } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Comer } from './find-voters.ts'

type C = Context<VisitEnv>

const isSecure = (c: C): boolean => c.var.url('/').startsWith('https://')
// One for each theme, so that nobody can tell that two voters are one person.
const nameOf = (c: C, slug: string): string => `${isSecure(c) ? '__Host-' : ''}voter-${slug}`

const cookieDays = 180
const looksLikeOurs = /^[A-Za-z0-9]{40}$/

export const voterToken = (c: C, slug: string): string | undefined => {
  const token = getCookie(c, nameOf(c, slug))
  return token !== undefined && looksLikeOurs.test(token) ? token : undefined
}

/**
 * Who votes in this browser. Whoever comes for the first time has been handed a secret in the form, so that the same form
 * sent twice is one voter's.
 */
export function comer(c: C, slug: string, filled: Filled = {}): Comer & { token: string } {
  const { language, from, now } = c.var
  const handed =
    typeof filled['me'] === 'string' && looksLikeOurs.test(filled['me']) ? filled['me'] : undefined
  const token = voterToken(c, slug) ?? handed ?? newToken()
  return { token, tokenHash: hashOf(token), language, from, now }
}

/** The cookie is needed to vote: it is given with the first vote, and to nobody who only reads. */
export function giveCookie(c: C, slug: string, token: string): void {
  if (voterToken(c, slug) === token) return
  const options = { httpOnly: true, sameSite: 'Lax', secure: isSecure(c), path: '/' } as const
  setCookie(c, nameOf(c, slug), token, { ...options, maxAge: cookieDays * 24 * 60 * 60 })
}
