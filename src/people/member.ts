import type { Context } from 'hono'
import { getCookie, setCookie, deleteCookie } from 'hono/cookie'
import { transact } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { Guard, Member, VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import { holderOfSession, markSeen } from './sessions.sql.ts'
import { sessionDays } from './sign-in.rules.ts'
import { actsFor } from './substitute.rules.ts'
import { standInsOf } from './substitutes.sql.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

// The prefix binds the cookie to this very host and to https; browsers accept it over https alone.
const cookieName = (c: C): string => (isSecure(c) ? '__Host-session' : 'session')
const isSecure = (c: C): boolean => c.get('url')('/').startsWith('https://')

export const sessionToken = (c: C): string | undefined => getCookie(c, cookieName(c))

export function giveSession(c: C, token: string): void {
  const maxAge = sessionDays * 24 * 60 * 60
  setCookie(c, cookieName(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    path: '/',
    maxAge,
  })
}

export const takeSession = (c: C): unknown =>
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })

/** Who visits, by the session cookie; null for everybody without one, or with an old one. */
export async function memberVisiting(db: Db, c: C): Promise<Member | null> {
  const token = sessionToken(c)
  if (!token) return null
  const holder = await holderOfSession(db, hashOf(token), c.var.now)
  if (!holder) return null
  await keepAlive(db, token, holder.seen_at, c.var.now)
  const { id, name, email, language, party_id, party_key, party_name } = holder
  const party =
    party_id && party_key && party_name ? { id: party_id, key: party_key, name: party_name } : null
  const member = { id, name, email, language, party }
  return party ? member : { ...member, standsInFor: await standsInFor(db, id, c.var.now) }
}

/** The party that named them beforehand, while its coordinators are away. */
async function standsInFor(db: Db, personId: string, now: Instant) {
  const today = localDate(now)
  const all = await standInsOf(db, personId, today)
  const acting = actsFor(null, all, today)
  const one = all.find(({ party_id, from_day }) => party_id === acting?.party && from_day <= today)
  if (!one) return null
  return { id: one.party_id, key: one.party_key, name: one.party_name, until: one.until_day }
}

// Once a day is often enough to keep a session alive, and spares every page view a write.
async function keepAlive(db: Db, token: string, seenAt: Instant, now: Instant): Promise<void> {
  if (plus(seenAt, { days: 1 }) > now) return
  await transact(db, (tx) => markSeen(tx, hashOf(token), now, plus(now, { days: sessionDays })))
}

/** Lets in whoever has signed in; others are shown the way to the door, and back here from it. */
export const signedIn: Guard = async (c, next) => (c.var.member ? next() : toTheDoor(c))

/** Lets in coordinators of any party. For everybody else the address does not exist. */
export const coordinator: Guard = async (c, next) => {
  if (!c.var.member) return toTheDoor(c)
  if (!c.var.member.party) throw new NotFound('for coordinators')
  return next()
}

/** Lets in whoever answers for a party today: its coordinators, and the substitutes that it named. */
export const answersForParty: Guard = async (c, next) => {
  if (!c.var.member) return toTheDoor(c)
  if (!c.var.member.party && !c.var.member.standsInFor) throw new NotFound('for those who answer for a party')
  return next()
}

function toTheDoor(c: C): Response {
  if (c.req.method !== 'GET') throw new NotFound('not signed in')
  return c.redirect(c.var.to(`/sign-in?next=${encodeURIComponent(c.var.path)}`), 303)
}

/** Who has signed in; to be used behind `signedIn` or `coordinator`. */
export function memberOf(c: C): Member {
  if (!c.var.member) throw new NotFound('not signed in')
  return c.var.member
}
