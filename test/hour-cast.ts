import { json } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Acting } from '#programme/malmo-hour/turn-change.ts'
import type { PeopleTables } from '#people/index.ts'
import type { NewEvent, ProgrammeTables } from '#programme/tables.ts'
import { anEvent } from './cast.ts'
import { baseUrl, type World } from './world.ts'

const url = (language: string, path: string): string => `${baseUrl}/${language}${path}`

/** A published Malmö Hour of 60 minutes. */
export async function anHour(world: World, startsAt: Instant, given: Partial<NewEvent> = {}) {
  const { id } = await world.database
    .as<ProgrammeTables>()
    .selectFrom('series')
    .select('id')
    .where('key', '=', 'malmo-hour')
    .executeTakeFirstOrThrow()
  const title = json({ sv: 'Malmötimmen om grannar', en: 'Neighbors', es: 'Vecindario' })
  return anEvent(world.database, startsAt, { series_id: id, title, ...given })
}

/** Somebody who acts for a party. */
export async function actingFor(world: World, personId: string, now: Instant): Promise<Acting> {
  const row = await world.database
    .as<PeopleTables>()
    .selectFrom('person')
    .innerJoin('coordinator', 'coordinator.person_id', 'person.id')
    .innerJoin('party', 'party.id', 'coordinator.party_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .select(['party.id as party_id', 'party.key', 'party.name as party_name'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  const { party_id, key, party_name, ...person } = row
  const by: Member = { ...person, party: { id: party_id, key, name: party_name } }
  return { by, side: party_id, now, url }
}

/** A proposal that a side has accepted. */
export async function anAccepted(world: World, acting: Acting, title: string): Promise<string> {
  const id = newId()
  const what = {
    kind: 'project',
    language: 'sv',
    title,
    learn: 'Något.',
    url: null,
    presenter: 'Byalaget',
  } as const
  const decided = {
    state: 'accepted',
    decided_at: acting.now,
    decided_by: acting.by.id,
    because: null,
  } as const
  const row = {
    ...{ id, party_id: acting.side, ...what, email: `${id}@example.org`, ...decided },
    ...{ asked_at: acting.now, confirmed_at: acting.now, slot_id: null, scheduled_at: null },
    ...{ withdrawn_at: null, forgotten_at: null },
  }
  await world.database.as<ProgrammeTables>().insertInto('hour_proposal').values(row).execute()
  return id
}
