import { hashOf, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** A need that waits, an offer, and the own page of somebody who stands behind that need. */
export async function needPlaces(world: World) {
  const db = world.database.as<AllTables>()
  const voice = await db
    .selectFrom('lunch_voice')
    .innerJoin('lunch_need', 'lunch_need.id', 'lunch_voice.need_id')
    .select(['lunch_voice.id', 'lunch_need.number'])
    .where('lunch_need.state', '=', 'open')
    .orderBy('lunch_voice.id')
    .executeTakeFirstOrThrow()
  const offer = await db.selectFrom('lunch_offer').select('id').executeTakeFirstOrThrow()
  const token = newToken()
  const row = { token_hash: hashOf(token), voice_id: voice.id, offer_id: null, created_at: world.clock.now }
  await db.insertInto('lunch_link').values(row).execute()
  return {
    '/needs/mine/:token': `/needs/mine/${token}`,
    '/needs/:number': `/needs/${voice.number}`,
    ':offer': offer.id,
  }
}
