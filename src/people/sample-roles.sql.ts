import type { Texts } from '#platform/language.ts'
import { coordinatorsNow } from './coordinators.sql.ts'
import type { Reads } from './tables.ts'

/** A role that anybody may try in the sample year, and the person who plays it. */
export interface SampleRole {
  key: string
  personId: string
  name: string
  party: Texts | null
}

/** The key of the one role in the sample year that is not a party's coordinator. */
const organiserKey = 'organiser'

/** One coordinator of each party, and somebody who organises events without being a coordinator. */
export async function sampleRoles(db: Reads): Promise<SampleRole[]> {
  const roles: SampleRole[] = []
  for (const { id, name, party_key, party_name } of await coordinatorsNow(db)) {
    if (roles.some((role) => role.key === party_key)) continue
    roles.push({ key: party_key, personId: id, name, party: party_name })
  }
  const organiser = await db
    .selectFrom('person')
    .leftJoin('coordinator', 'coordinator.person_id', 'person.id')
    .select(['person.id', 'person.name'])
    .where('coordinator.id', 'is', null)
    .orderBy('person.created_at')
    .executeTakeFirst()
  if (organiser) roles.push({ key: organiserKey, personId: organiser.id, name: organiser.name, party: null })
  return roles
}
