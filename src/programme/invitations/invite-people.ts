import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Db, Writes } from '../tables.ts'
import { type InviteRefusal, linesMax, refusalToInvite } from './invitation.rules.ts'
import { organisationOf, organisationRow, personRow } from './invitation-rows.ts'
import { addInvitation, letIn } from './invitations.sql.ts'
import { invitedAddresses } from './invited.sql.ts'
import { type InvitedLine, readInvited } from './read-invited.rules.ts'
import type { InvitationRow } from './tables.ts'

const wrong = (key: string) => `invitations.mistake.${key}`

const nameMax = 200

/** Whether a line can be invited as it stands; an organisation's address may be known from an earlier time. */
export function isWhole({ name, email, organisation }: InvitedLine, mayLackAddress: boolean): boolean {
  if ([name, organisation].some((text) => (text ?? '').length > nameMax)) return false
  if (email === '') return mayLackAddress && name !== null
  return emailAddress.safeParse(email).success
}

const linesOf = (mayLackAddress: boolean) =>
  z
    .string()
    .optional()
    .transform((text) => readInvited(text ?? ''))
    .refine((lines) => lines.length <= linesMax, wrong('too-many-lines'))
    .refine((lines) => lines.every((line) => isWhole(line, mayLackAddress)), wrong('lines'))

/** Those to invite: people one per line, and organisations one per line, both as typed or pasted. */
export const InviteForm = z
  .object({
    people: linesOf(false),
    capacity: z.union([z.literal('').transform(() => null), z.enum(capacities)]).default(null),
    organisations: linesOf(true),
    people_max: z.coerce
      .number(wrong('people-max'))
      .int(wrong('people-max'))
      .min(1, wrong('people-max'))
      .max(500, wrong('people-max'))
      .default(1),
    language: z.enum(languages).default('sv'),
  })
  .refine(({ people, organisations }) => people.length + organisations.length > 0, {
    error: wrong('nobody'),
    path: ['people'],
  })
export type InviteForm = z.output<typeof InviteForm>

export type InviteAnswer =
  | { refusal: InviteRefusal }
  /** Organisations whose address nobody has written and nobody knows; nothing was kept. */
  | { refusal: 'no-address'; names: string[] }
  | { refusal: null; added: number; known: number }

interface Inviting {
  eventId: string
  by: Member
  form: InviteForm
  now: Instant
}

/** Puts people and organisations on the list of those invited. Nobody is mailed yet. */
export function invitePeople(db: Db, inviting: Inviting): Promise<InviteAnswer> {
  const { eventId, by, form, now } = inviting
  const rest = { event_id: eventId, invited_by: by.id, created_at: now, form }
  return decide(db, 'event', eventId, async (tx): Promise<InviteAnswer> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const known = await invitedAddresses(tx, eventId)
    const before = known.size
    const organisations = await Promise.all(form.organisations.map((line) => organisationOf(tx, line)))
    const lacking = organisations.filter(({ email }) => email === '').map(({ typed }) => typed)
    if (lacking.length > 0) return { refusal: 'no-address', names: lacking }
    const wanted = form.people.length + organisations.length
    const refusal = refusalToInvite(event, before + wanted, now)
    if (refusal) return { refusal }

    for (const line of form.people) {
      if (isNew(known, line.email)) await add(tx, await personRow(tx, line, rest))
    }
    for (const one of organisations) {
      if (isNew(known, one.email)) await add(tx, organisationRow(one, rest))
    }
    const added = known.size - before
    if (added > 0) {
      await record(tx, { what: 'people-invited', by: by.id, about: eventId, at: now, detail: { added } })
    }
    return { refusal: null, added, known: wanted - added }
  })
}

function isNew(known: Set<string>, email: string): boolean {
  if (known.has(email)) return false
  known.add(email)
  return true
}

async function add(tx: Writes, row: InvitationRow & { email: string }): Promise<void> {
  await addInvitation(tx, row)
  await letIn(tx, { event_id: row.event_id, email: row.email, invitation_id: row.id })
}
