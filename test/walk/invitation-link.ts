import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** A link to an invitation that may be passed on. */
export async function anInvitationLink(world: World, personId: string, event_id: string): Promise<string> {
  const db = world.database.as<AllTables>()
  const token = newToken()
  await db.insertInto('event_audience').values({ event_id, kind: 'everyone', people_max: 2 }).execute()
  const row = { id: newId(), event_id, kind: 'person', email: 'tove@example.org', language: 'sv' } as const
  const made = { invited_by: personId, created_at: world.clock.now, token_hash: hashOf(token) }
  await db
    .insertInto('invitation')
    .values({ ...row, ...made })
    .execute()
  return token
}
