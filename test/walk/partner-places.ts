import { hashOf, newToken } from '#platform/ids.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** A pledge that is agreed, with its agreement, the page of whoever made it, and something that is needed. */
export async function partnerPlaces(world: World) {
  const db = world.database.as<AllTables>()
  const pledge = await db
    .selectFrom('pledge')
    .select(['id', 'number'])
    .where('state', '=', 'agreed')
    .executeTakeFirstOrThrow()
  const need = await db.selectFrom('partner_need').select('id').executeTakeFirstOrThrow()
  const file = await db
    .selectFrom('stored_file')
    .select('id')
    .where('content_type', '=', 'application/pdf')
    .executeTakeFirstOrThrow()
  await db.updateTable('pledge').set({ agreement_file_id: file.id }).where('id', '=', pledge.id).execute()
  const token = newToken()
  const link = { token_hash: hashOf(token), pledge_id: pledge.id, created_at: world.clock.now }
  await db.insertInto('pledge_link').values(link).execute()
  return {
    '/partners/pledges/:token': `/partners/pledges/${token}`,
    '/office/pledges/needs/:id': `/office/pledges/needs/${need.id}`,
    '/office/pledges/:number': `/office/pledges/${pledge.number}`,
  }
}
