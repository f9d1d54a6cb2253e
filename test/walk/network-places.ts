import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** The link by which an organisation says that a partnership lives. */
export async function networkPlaces(world: World) {
  const db = world.database.as<AllTables>()
  const member = await db
    .selectFrom('partnership_organisation')
    .innerJoin('partnership', 'partnership.id', 'partnership_organisation.partnership_id')
    .select(['partnership_id', 'organisation_id'])
    .where('state', '<>', 'ended')
    .executeTakeFirstOrThrow()
  const { partnership_id, organisation_id } = member
  const token = newToken()
  const at = world.clock.now
  const asking = {
    id: newId(),
    partnership_id,
    asked_at: at,
    asked_again_at: null,
    ended_at: null,
    outcome: null,
  }
  await db.insertInto('partnership_asking').values(asking).execute()
  const link = { token_hash: hashOf(token), asking_id: asking.id, party_id: null, created_at: at }
  await db
    .insertInto('partnership_link')
    .values({ ...link, organisation_id })
    .execute()
  const list = await db.selectFrom('list_import').select('id').executeTakeFirstOrThrow()
  return {
    '/office/lists/:id': `/office/lists/${list.id}`,
    '/network/alive/:token': `/network/alive/${token}`,
  }
}
