import type { DbOf } from '#platform/handle.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import { type Database, json } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { searchText } from '#platform/search.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Request } from '#programme/sign-up/sign-up.ts'
import type { NewEvent, NewSignUp, ProgrammeTables } from '#programme/tables.ts'

type Tables = PeopleTables & NetworkTables & ProgrammeTables

const before: Instant = '2026-01-01T08:00:00.000Z'

/** Somebody with an account, who coordinates for a party if one is named; the party is made if it is new. */
export async function aMember(
  database: Database,
  name: string,
  partyKey?: 'city' | 'civil-society',
): Promise<Member> {
  const db = database.as<Tables>()
  const id = newId()
  const email = `${name.toLowerCase()}@example.org`
  const language: Language = 'sv'
  await db.insertInto('person').values({ id, email, name, language, created_at: before }).execute()
  if (!partyKey) return { id, name, email, language, party: null }
  const party = await theParty(db, partyKey)
  await speaksFor(db, id, party.id)
  return { id, name, email, language, party }
}

/** Named by whoever speaks for that party already, if anybody does. */
export async function speaksFor(db: DbOf<PeopleTables>, person: string, party: string): Promise<void> {
  const own = db.selectFrom('coordinator').select('person_id').where('party_id', '=', party)
  const by = await own.where('until', 'is', null).orderBy('since').orderBy('id').executeTakeFirst()
  const row = { id: newId(), person_id: person, party_id: party, named_by: by?.person_id ?? null }
  await db
    .insertInto('coordinator')
    .values({ ...row, since: before, until: null })
    .execute()
}

async function theParty(db: DbOf<Tables>, key: string) {
  const known = await db
    .selectFrom('party')
    .select(['id', 'key', 'name'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (known) return known
  const party = { id: newId(), key, name: { sv: key } }
  await db
    .insertInto('party')
    .values({ ...party, name: json(party.name), position: 1 })
    .execute()
  const standing = { party_id: party.id, standing: 'joined', from_day: '2017-06-14' } as const
  await db
    .insertInto('party_standing')
    .values({ id: newId(), ...standing, reason: json({}), recorded_by: null, recorded_at: before })
    .execute()
  return party
}

/** A published event of an hour with 20 seats, in a series of its own; what is given stands instead. */
export async function anEvent(
  database: Database,
  startsAt: Instant,
  given: Partial<NewEvent> = {},
): Promise<string> {
  const db = database.as<Tables>()
  const id = newId()
  const texts = { lead: '{}', about: '{}', audience: '{}' }
  const series = {
    id: newId(),
    key: `series-${id}`,
    name: json({ sv: 'En serie' }),
  }
  await db
    .insertInto('series')
    .values({ ...series, ...texts, mark: 'blue', position: 1 })
    .execute()
  const row: NewEvent = {
    id,
    slug: id,
    series_id: series.id,
    title: json({ sv: 'Ett möte', en: 'A meeting' }),
    lead: '{}',
    body: '{}',
    audience: '{}',
    access: '{}',
    cancel_reason: '{}',
    place_name: 'Biblioteket',
    address: null,
    online_url: null,
    spoken: 'sv',
    doors_at: null,
    starts_at: startsAt,
    ends_at: plus(startsAt, { hours: 1 }),
    sign_up_closes_at: startsAt,
    capacity: 20,
    created_at: before,
    changed_at: before,
    published_at: before,
    cancelled_at: null,
  }
  await db
    .insertInto('event')
    .values({ ...row, ...given })
    .execute()
  return id
}

/** An organisation of the directory. */
export async function anOrganisation(database: Database, name: string): Promise<string> {
  const id = newId()
  const texts = { name: json({ sv: name }), about: '{}', search_text: `|${searchText(name)}|` }
  const row = {
    id,
    slug: id,
    sector: 'city',
    kind: 'department',
    website: null,
    place: null,
    party_id: null,
  } as const
  await database
    .as<Tables>()
    .insertInto('organisation')
    .values({ ...row, ...texts, created_at: before, changed_at: before })
    .execute()
  return id
}

/** Somebody who is signed up for an event, with a seat unless something else is given. */
export async function aSignUp(
  database: Database,
  eventId: string,
  given: Partial<NewSignUp> = {},
): Promise<string> {
  const id = newId()
  const name = given.name ?? 'Någon Annan'
  const at = given.queued_at ?? before
  const row: NewSignUp = {
    ...{ id, event_id: eventId, brought_by: null, email: `${id}@example.org`, name, language: 'sv' },
    ...{
      search_text: searchText(name),
      capacity: 'resident',
      organisation_id: null,
      organisation_name: null,
    },
    ...{ state: 'seat', queued_at: at, confirmed_at: at, held_until: null, checked_in_at: null },
    ...{ cancelled_at: null, ended_because: null },
  }
  await database
    .as<Tables>()
    .insertInto('sign_up')
    .values({ ...row, ...given })
    .execute()
  return given.id ?? id
}

/** Somebody who wants to come to an event, as the form says it; known to own the address unless it is said otherwise. */
export function aRequest(name: string, given: Partial<Request['form']> = {}, isKnown = true): Request {
  const form: Request['form'] = {
    ...{ name, email: `${name.toLowerCase()}@example.org`, capacity: 'resident', organisation: null },
    ...{
      language: 'sv',
      access: null,
      interpretation: null,
      diet: null,
      access_needs: [],
      interpreters: [],
      diets: [],
      seats: 1,
      companions: [],
    },
  }
  return { form: { ...form, ...given }, from: name, isKnown }
}
