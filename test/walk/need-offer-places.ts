import { hashOf, newToken } from '#platform/ids.ts'
import type { Member } from '#platform/http.ts'
import type { AllTables } from '../../src/tables.ts'
import type { World } from '../world.ts'

/** A need of an organisation whose own address somebody has signed in with, what is suggested for it, and its link. */
export async function needOfferPlaces(world: World, member: Member) {
  const db = world.database.as<AllTables>()
  const match = await db
    .selectFrom('need_match')
    .innerJoin('need_offer', 'need_offer.id', 'need_match.need_id')
    .select(['need_match.id', 'need_id', 'organisation_id'])
    .where('introduced_at', 'is', null)
    .orderBy('need_match.id')
    .executeTakeFirstOrThrow()
  const { organisation_id } = match
  await db
    .updateTable('organisation')
    .set({ contact_email: member.email })
    .where('id', '=', organisation_id)
    .execute()
  const token = newToken()
  const link = { token_hash: hashOf(token), organisation_id, created_at: world.clock.now }
  await db.insertInto('need_offer_link').values(link).execute()
  return {
    '/by-link/:token': `/by-link/${token}`,
    '/suggestions/:id': `/suggestions/${match.id}`,
    '/entries/:id': `/entries/${match.need_id}`,
    '/network/needs/:id': `/network/needs/${match.need_id}`,
    '/needs-offers/:id': `/needs-offers/${match.need_id}`,
  }
}
