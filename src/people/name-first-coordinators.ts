import * as z from 'zod'
import { transact } from '#platform/db.ts'
import { emailAddress, line } from '#platform/form.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { type Language, languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addCoordinator, addPerson, coordinatorCount, partiesInOrder, personWithEmail } from './people.sql.ts'
import { mailLink } from './request-link.ts'
import { addFirstCoordinatorsLink, useUpFirstCoordinatorsLink } from './sessions.sql.ts'
import { beginSession } from './sign-in.ts'
import type { LinkTo } from './sign-in.mail.ts'
import type { Db, Writes } from './tables.ts'

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
    return named
  })
  .refine((all) => Object.values(all).some(Boolean), { error: 'people.start.nobody', path: ['city', 'name'] })
export type FirstCoordinators = z.output<typeof FirstCoordinators>

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
      const id = await appoint(tx, someone, party.id, now)
      // The first of them is here already; the others get a link.
      if (ids.length > 0) await mailLink(tx, { id, ...someone }, { next: null, now, linkTo })
      ids.push(id)
    }
    return ids[0] ? beginSession(tx, ids[0], now) : null
  })
}

interface Someone {
  name: string
  email: string
  language: Language
}

/** Makes a person, known or new, coordinator of a party from now on. */
export async function appoint(tx: Writes, someone: Someone, partyId: string, now: Instant): Promise<string> {
  const known = await personWithEmail(tx, someone.email)
  const id = known?.id ?? newId()
  const { email, name, language } = someone
  if (!known) await addPerson(tx, { id, email, name, language, created_at: now })
  await addCoordinator(tx, { id: newId(), person_id: id, party_id: partyId, since: now })
  await record(tx, {
    what: 'coordinator-appointed',
    by: null,
    about: id,
    at: now,
    detail: { party: partyId },
  })
  return id
}
