import { found } from '#platform/errors.ts'
import type { Language } from '#platform/language.ts'
import { slugOf } from '#platform/search.ts'
import type { Capacity } from '#programme/tables.ts'
import type { Year } from './year.ts'

/** Somebody who comes to events; known by sign-ups alone, as everywhere on the platform. */
export interface Someone {
  name: string
  email: string
  language: Language
  capacity: Capacity
  organisationId: string | null
  organisationName: string | null
}

/** Who works with it: the coordinators of the parties, and organisers who coordinate nothing. */
export interface Staff {
  coordinators: string[]
  organisers: string[]
}

const addressOf = (name: string): string => `${slugOf(name).replace('-', '.')}@example.org`

/** Those who sign in. Their names, like all names in the sample year, are put together from a list and an invention. */
export function addStaff(year: Year): Staff {
  const { coordinators, organisers } = year.content.people
  const firstOf = new Map<string, string>()
  const coordinatorIds = coordinators.map(({ party, ...someone }, index) => {
    const at = year.moment(-336 + index, '09:00')
    const id = addPerson(year, someone, at)
    const partyId = found(year.found.parties.get(party), 'party')
    const by = firstOf.get(party) ?? null
    firstOf.set(party, by ?? id)
    const speaks = { person_id: id, party_id: partyId, named_by: by, since: at, until: null }
    year.rows.coordinator.push({ id: year.id(at), ...speaks })
    year.record({ what: 'coordinator-appointed', by, about: id, at, detail: { party: partyId } })
    return id
  })
  const organiserIds = organisers.map((someone, index) => {
    const at = year.moment(-320 + index, '10:30')
    const id = addPerson(year, someone, at)
    year.record({ what: 'person-added', by: null, about: id, at })
    return id
  })
  return { coordinators: coordinatorIds, organisers: organiserIds }
}

function addPerson(year: Year, { name, language }: { name: string; language: Language }, at: string): string {
  const id = year.id(at)
  year.rows.person.push({ id, name, email: addressOf(name), language, created_at: at })
  return id
}

// More than the largest forum needs of each, so that no two meetings look the same.
const manyOfEach: Record<Capacity, number> = {
  'civil-society': 84,
  elected: 20,
  'civil-servant': 52,
  academia: 12,
  business: 12,
  resident: 34,
  other: 4,
}

/** Everybody who might come, each with what they take part as and for whom. */
export function inventedPeople(year: Year): Someone[] {
  const capacities = Object.entries(manyOfEach).flatMap(([capacity, many]) =>
    Array.from({ length: many }, () => capacity as Capacity),
  )
  const { given, surnames } = year.content.people
  return capacities.map((capacity, index) => {
    // The lists have no common divisor in their lengths, so no pair comes twice.
    const name = `${given[index % given.length]} ${surnames[index % surnames.length]}`
    return {
      name,
      email: addressOf(name),
      language: languageOf(capacity, index),
      capacity,
      ...belonging(year, capacity, index),
    }
  })
}

function languageOf(capacity: Capacity, index: number): Language {
  if (capacity === 'elected' || capacity === 'civil-servant') return 'sv'
  return index % 9 === 4 ? 'en' : index % 11 === 5 ? 'es' : 'sv'
}

const nowhere = { organisationId: null, organisationName: null }

function belonging(year: Year, capacity: Capacity, index: number) {
  const { departments, committees, loose } = year.content.people
  const typed = (names: string[]) => ({
    organisationId: null,
    organisationName: names[index % names.length] ?? null,
  })
  if (capacity === 'resident' || capacity === 'other') return nowhere
  // Some associations are not in the directory, so their people type the name.
  if (capacity === 'civil-society' && index % 10 === 7) return typed(loose)
  const known =
    capacity === 'elected'
      ? committees
      : capacity === 'civil-servant'
        ? departments
        : namesInSector(year, capacity)
  const id = year.found.organisations.get(known[index % known.length] ?? '')
  return id ? { organisationId: id, organisationName: null } : typed(known)
}

const namesInSector = (year: Year, sector: string): string[] =>
  year.content.organisations.filter((one) => one.sector === sector).map((one) => one.name)
