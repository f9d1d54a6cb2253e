import { organisationNamed } from '#network/index.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import type { Capacity, Reads } from '../tables.ts'
import { lastAddressOf, rememberedOf } from './invitations.sql.ts'
import type { InvitedLine } from './read-invited.rules.ts'

/** What all rows of one form have in common. */
interface Common {
  event_id: string
  invited_by: string
  created_at: string
  form: { capacity: Capacity | null; people_max: number; language: Language }
}

const blank = { token_hash: null, declined_at: null, taken_back_at: null, forgotten_at: null }

type Remembered = Awaited<ReturnType<typeof rememberedOf>>

/** A person; what the list does not say is remembered from the time the same address signed up last. */
export async function personRow(tx: Reads, line: InvitedLine, { form, ...common }: Common) {
  const { email, name } = line
  const remembered = await rememberedOf(tx, email)
  return {
    ...{ id: newId(), ...common, kind: 'person' as const, email, people_max: null, ...blank },
    ...(await belonging(tx, line, remembered)),
    name: name ?? remembered?.name ?? null,
    capacity: form.capacity ?? remembered?.capacity ?? null,
    language: remembered?.language ?? form.language,
  }
}

async function belonging(tx: Reads, { organisation }: InvitedLine, remembered: Remembered) {
  if (organisation) return namedIn(organisation, await organisationNamed(tx, organisation))
  const { organisation_id = null, organisation_name = null } = remembered ?? {}
  return { organisation_id, organisation_name }
}

const namedIn = (typed: string, known: { id: string } | undefined) => ({
  organisation_id: known?.id ?? null,
  organisation_name: known ? null : typed.slice(0, 200),
})

type Organisation = Awaited<ReturnType<typeof organisationOf>>

// People of the city are elected or employed, so nothing is taken for granted of them.
const capacityOfSector: Record<string, Capacity | undefined> = {
  'civil-society': 'civil-society',
  academia: 'academia',
  business: 'business',
}

/** The organisation of a line, as the directory knows it, with the address of the last time where none is written. */
export async function organisationOf(tx: Reads, { name, email, organisation }: InvitedLine) {
  const typed = name ?? email
  const known = await organisationNamed(tx, typed)
  const earlier = email === '' && known ? await lastAddressOf(tx, known.id) : null
  return {
    ...{ typed, email: email || (earlier ?? ''), contact: organisation, ...namedIn(typed, known) },
    capacity: (known && capacityOfSector[known.sector]) ?? null,
  }
}

export const organisationRow = (one: Organisation, { form, ...common }: Common) => ({
  ...{ id: newId(), ...common, kind: 'organisation' as const, email: one.email, ...blank },
  ...{ organisation_id: one.organisation_id, organisation_name: one.organisation_name },
  ...{ name: one.contact, capacity: one.capacity, language: form.language, people_max: form.people_max },
})
