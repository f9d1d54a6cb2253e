import * as z from 'zod'
import { organisationNamed } from '#network/index.ts'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Capacity, Db, Reads, Writes } from '../tables.ts'
import { type InviteRefusal, linesMax, refusalToInvite } from './invitation.rules.ts'
import { addInvitation, invitedAddresses, lastAddressOf, letIn, rememberedOf } from './invitations.sql.ts'
import { type InvitedLine, readInvited } from './read-invited.rules.ts'
import type { InvitationRow } from './tables.ts'

const wrong = (key: string) => `invitations.mistake.${key}`

/** Whether a line can be invited as it stands; an organisation's address may be known from an earlier time. */
export const isWhole = (line: InvitedLine, mayLackAddress: boolean): boolean =>
  line.email === '' ? mayLackAddress && line.name !== null : emailAddress.safeParse(line.email).success

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
  return decide(db, 'event', eventId, async (tx): Promise<InviteAnswer> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const known = await invitedAddresses(tx, eventId)
    const before = known.size
    const organisations = await Promise.all(form.organisations.map((line) => organisationOf(tx, line)))
    const lacking = organisations.filter(({ email }) => email === '').map(({ name }) => name)
    if (lacking.length > 0) return { refusal: 'no-address', names: lacking }
    const wanted = form.people.length + organisations.length
    const refusal = refusalToInvite(event, before + wanted, now)
    if (refusal) return { refusal }

    for (const line of form.people) {
      if (isNew(known, line.email)) await add(tx, await personRow(tx, line, inviting))
    }
    for (const one of organisations) {
      if (isNew(known, one.email)) await add(tx, organisationRow(one, inviting))
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

const blank = { token_hash: null, declined_at: null, taken_back_at: null, forgotten_at: null }

/** What the list does not say is remembered from the time the same address signed up last. */
async function personRow(tx: Reads, line: InvitedLine, { eventId, by, form, now }: Inviting) {
  const { email } = line
  const remembered = await rememberedOf(tx, email)
  const typed = line.organisation ? await organisationNamed(tx, line.organisation) : undefined
  const belongsTo = line.organisation
    ? { organisation_id: typed?.id ?? null, organisation_name: typed ? null : line.organisation }
    : {
        organisation_id: remembered?.organisation_id ?? null,
        organisation_name: remembered?.organisation_name ?? null,
      }
  return {
    ...{ id: newId(), event_id: eventId, kind: 'person' as const, email, ...belongsTo, ...blank },
    ...{
      name: line.name ?? remembered?.name ?? null,
      capacity: form.capacity ?? remembered?.capacity ?? null,
    },
    ...{
      language: remembered?.language ?? form.language,
      people_max: null,
      invited_by: by.id,
      created_at: now,
    },
  }
}

type Organisation = Awaited<ReturnType<typeof organisationOf>>

// People of the city are elected or employed, so nothing is taken for granted of them.
const capacityOfSector: Record<string, Capacity | undefined> = {
  'civil-society': 'civil-society',
  academia: 'academia',
  business: 'business',
}

/** The organisation of a line, as the directory knows it, with the address of the last time where none is written. */
async function organisationOf(tx: Reads, { name, email, organisation }: InvitedLine) {
  const typed = name ?? email
  const known = await organisationNamed(tx, typed)
  const earlier = email === '' && known ? await lastAddressOf(tx, known.id) : null
  return {
    ...{ name: typed, email: email || (earlier ?? ''), contact: organisation },
    ...{ organisation_id: known?.id ?? null, organisation_name: known ? null : typed.slice(0, 200) },
    capacity: (known && capacityOfSector[known.sector]) ?? null,
  }
}

const organisationRow = (one: Organisation, { eventId, by, form, now }: Inviting) => ({
  ...{ id: newId(), event_id: eventId, kind: 'organisation' as const, email: one.email, ...blank },
  ...{ organisation_id: one.organisation_id, organisation_name: one.organisation_name },
  ...{ name: one.contact, capacity: one.capacity, language: form.language, people_max: form.people_max },
  ...{ invited_by: by.id, created_at: now },
})
