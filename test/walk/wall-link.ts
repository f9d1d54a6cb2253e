import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'
import { rowOf } from './row-of.ts'

/** A link to the wall of an event that has ended, and the link of what somebody promised themselves there. */
export async function wallLinks(
  world: World,
  eventId: string,
  personId: string,
): Promise<Record<string, string>> {
  const db = world.database.as<AllTables>()
  const { ends_at = '' } = await rowOf(world, `select ends_at from event where id = '${eventId}'`)
  const [wall, own] = [newToken(), newToken()]
  const times = { created_at: world.clock.now, until: '2999-01-01T00:00:00.000Z', ended_at: null }
  const row = { id: newId(), event_id: eventId, token_hash: hashOf(wall), label: 'Salen' }
  await db
    .insertInto('wall_link')
    .values({ ...row, made_by: personId, ...times })
    .execute()
  await db
    .insertInto('personal_commitment')
    .values({
      ...{ id: newId(), event_id: eventId, sign_up_id: null, words: 'Ringa byalaget', language: 'sv' },
      ...{ name: null, shown_at: null, hidden_at: null, email: null, remind_on: null, confirmed_at: null },
      ...{
        reminded_at: null,
        token_hash: hashOf(own),
        created_at: new Date(ends_at).toISOString(),
        forgotten_at: null,
      },
    })
    .execute()
  return { '/wall/:token': `/wall/${wall}`, '/my-commitment/:token': `/my-commitment/${own}` }
}
