import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** A question of an event that is asked at the door. */
export async function aQuestion(world: World, eventId: string): Promise<string> {
  const id = newId()
  const texts = { label: json({ sv: 'Kommer du med buss?' }), hint: '{}', options: '{}' }
  const asked = { kind: 'yes-no', required: 0, asked_of: 'person', asked_at: 'door', keep_days: 30 } as const
  await world.database
    .as<AllTables>()
    .insertInto('question')
    .values({ id, event_id: eventId, position: 1, created_at: world.clock.now, ...texts, ...asked })
    .execute()
  return id
}
