import { hashOf, newId, newToken } from '#platform/ids.ts'
import { codeFor } from '../../src/programme/door/code.ts'
import type { AllTables } from '../../src/tables.ts'
import { aSignUp } from '../cast.ts'
import type { World } from '../world.ts'

interface Who {
  /** Makes the link. */
  personId: string
  /** Shows the code. */
  signUpId: string
}

/** A steward's link to the door of an event, and the code of somebody with a seat. */
export async function atTheDoor(world: World, eventId: string, { personId, signUpId }: Who) {
  const db = world.database.as<AllTables>()
  const token = newToken()
  const link = { id: newId(), event_id: eventId, token_hash: hashOf(token), label: 'Ingång B' }
  const lasts = { until: '2999-01-01T00:00:00.000Z', created_at: world.clock.now, ended_at: null }
  await db
    .insertInto('steward_link')
    .values({ ...link, ...lasts, may_write_up: 1, made_by: personId })
    .execute()
  const { secret } = await db
    .selectFrom('door_secret')
    .select('secret')
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow()
  const comer = await aSignUp(world.database, eventId, { name: 'Har Kommit', checked_in_at: world.clock.now })
  return {
    '/door/:token': `/door/${token}`,
    ':comer': comer,
    '/in/:code': `/in/${codeFor(signUpId, secret)}`,
  }
}
