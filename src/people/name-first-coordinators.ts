import * as z from 'zod'
import { transact } from '#platform/db.ts'
import { emailAddress, line } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { appoint } from './appoint.ts'
import { coordinatorCount } from './coordinators.sql.ts'
import { partiesInOrder } from './standings.sql.ts'
import { makeLink } from './request-link.ts'
import { addFirstCoordinatorsLink, useUpFirstCoordinatorsLink } from './sessions.sql.ts'
import { beginSession } from './sign-in.ts'
import { queueMail } from '#platform/mail/index.ts'
import { type LinkTo, namedMail } from './sign-in.mail.ts'
import type { Db } from './tables.ts'

const blank = z.string().trim().length(0).optional()
const nobody = z.object({ name: blank, email: blank, language: z.string().optional() }).transform(() => null)
const somebody = z.object({ name: line(200), email: emailAddress, language: z.enum(languages).default('sv') })

/** One row per party, by its key; a party whose row is empty gets its coordinator later. */
export const FirstCoordinators = z
  .record(z.string(), z.unknown())
  .transform((rows, context) => {
    const named: Record<string, z.output<typeof somebody> | null> = {}
    for (const [party, row] of Object.entries(rows)) {
      const read = nobody.safeParse(row).success
        ? { success: true as const, data: null }
        : somebody.safeParse(row)
      if (read.success) named[party] = read.data
      else for (const issue of read.error.issues) context.addIssue({ ...issue, path: [party, ...issue.path] })
    }
    for (const party of namedBefore(named))
      context.addIssue({ code: 'custom', message: 'people.start.twice', path: [party, 'email'] })
    return named
  })
  .refine((all) => Object.values(all).some(Boolean), { error: 'people.start.nobody', path: ['city', 'name'] })
export type FirstCoordinators = z.output<typeof FirstCoordinators>

/** The parties whose row names somebody who stands in a row above: a person speaks for one party at a time. */
const namedBefore = (named: Record<string, z.output<typeof somebody> | null>): string[] => {
  const all = Object.entries(named)
  const emails = all.map(([, someone]) => someone?.email)
  return all
    .filter(([, someone], index) => someone && emails.indexOf(someone.email) < index)
    .map(([key]) => key)
}

/** Makes the one-time address's secret for an installation without coordinators; null when there are some. */
export function firstCoordinatorsToken(db: Db, now: Instant): Promise<string | null> {
  return transact(db, async (tx) => {
    if ((await coordinatorCount(tx)) > 0) return null
    const token = newToken()
    await addFirstCoordinatorsLink(tx, hashOf(token), now)
    return token
  })
}

interface Named {
  now: Instant
  linkTo: LinkTo
}

/** Names the first coordinators and signs the first of them in; null when the address was used already. */
export function nameFirstCoordinators(
  db: Db,
  token: string,
  named: FirstCoordinators,
  { now, linkTo }: Named,
) {
  return transact(db, async (tx): Promise<string | null> => {
    if (!(await useUpFirstCoordinatorsLink(tx, hashOf(token), now))) return null
    const ids: string[] = []
    for (const party of await partiesInOrder(tx)) {
      const someone = named[party.key]
      if (!someone) continue
      const person = await appoint(tx, someone, { partyId: party.id, by: null, byOwn: false, now })
      if (!person) continue
      // The first of them is here already; the others get a link.
      if (ids.length > 0) {
        const url = linkTo(person.language, await makeLink(tx, person.id, now))
        await queueMail(tx, namedMail(person, party.name, url), now)
      }
      ids.push(person.id)
    }
    return ids[0] ? beginSession(tx, ids[0], now) : null
  })
}
